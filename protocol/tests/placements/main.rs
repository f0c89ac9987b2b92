//! The four placements: typed values against the wire's JSON, and invalid arguments.

mod commands;
mod events;
mod host_side;
mod mistakes;
mod table;
mod tickets;
