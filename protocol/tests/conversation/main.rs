//! Both ends of the conversation, connected by a lossless pipe, with both drivers.

#[path = "../harness/mod.rs"]
mod harness;

mod aliases;
mod answering;
mod closing;
mod commands;
mod connecting;
mod handshakes;
mod kept;
mod plain;
mod postponing;
mod private_mode;
mod reconnecting;
mod senders;
mod session;
mod transactions;
mod unreadable;
mod watching;
