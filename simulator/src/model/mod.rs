//! The simulator's state and its transitions. No browser: messages in, effects out.
//!
//! [`Model`] (`state`) consists of `parts`. A [`Msg`] begins a `turn`: `update` passes it to the file for its subject,
//! which produces [`Effect`]s.

mod authorization;
mod commands;
mod conversation;
mod effect;
mod events;
mod fake_livechat;
mod faults;
mod frame_origin;
mod frames;
mod messages;
mod msg;
mod navigation;
mod notes;
mod parts;
mod purchases;
mod recording;
mod replay;
mod samples;
mod saved_session;
mod sections;
mod state;
#[cfg(test)]
mod tests;
mod tracking;
mod turn;
mod update;

pub(crate) use self::{
    effect::{Effect, FakeRequest},
    frame_origin::{FrameOrigin, OtherName, other_name},
    msg::{Msg, Outcome},
    parts::{
        activity::{Activity, Tracked},
        conversations::Draft,
        extension_frame::{FrameLoad, Progress},
        fake_livechat::{FakeState, FakeView},
        purchases::Purchase,
        replay::{ReplayState, ReplayView},
        switches::{Control, SWITCHES, Switch},
        toasts::ShownToast,
    },
    samples::{Author, Customer, Message, SharedFile, Ticket, UNKNOWN},
    saved_session::SavedSession,
    state::Model,
};
