//! The log of messages between hosts and extensions, and of the simulator's notes.

mod entries;
mod entry;
mod filter;
mod frame_name;
#[cfg(test)]
mod tests;

pub(crate) use self::{
    entries::Log,
    entry::{Answer, Direction, Entry, FrameItem, Item},
    filter::{Filter, Show},
    frame_name::FrameNames,
};
