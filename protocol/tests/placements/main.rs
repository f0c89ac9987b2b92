//! What the four placements say and hear: typed values against the wire's JSON, and the developer's mistakes.

mod commands;
mod events;
mod host_side;
mod mistakes;
mod table;
mod tickets;
