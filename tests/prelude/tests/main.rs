//! The prelude and the state machine that takes over from it know, answer and send what the state machine alone would.

mod differential;
mod frames;
mod kept;
mod launch;
mod page;
mod sign_in;
mod worlds;
