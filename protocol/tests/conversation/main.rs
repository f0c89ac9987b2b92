//! Both ends of the conversation, joined through both drivers by a pipe that loses nothing.

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
