//! The prelude, followed by the state machine that takes over from it, behaves exactly like the state machine alone.

mod differential;
mod frames;
mod kept;
mod launch;
mod page;
mod sign_in;
mod worlds;
