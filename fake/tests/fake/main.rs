//! Every endpoint, rule and switch of the fake, as HTTP without a socket; and the program.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

mod archives;
mod authorize;
mod chats;
mod configuration;
mod cors;
mod customers;
mod events;
mod faults;
mod popup;
mod process;
mod redirect;
mod scopes;
mod send_event;
mod support;
mod switches;
mod token;
mod tokens;
mod upload;
