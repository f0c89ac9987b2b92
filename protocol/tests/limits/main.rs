//! Data that is too long, too much or too deep is an error; nothing that a host can send causes a panic.

#[path = "../harness/mod.rs"]
mod harness;

mod any_message;
mod generators;
mod one_odd_value;
mod oracle;
mod sizes;
