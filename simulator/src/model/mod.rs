//! Everything the simulator knows, and how it changes. No browser: messages in, effects out.
//!
//! [`Model`] (`state`) is made of `parts`. A [`Msg`] begins a `turn`: `update` hands it to the file that is named after
//! its subject, and [`Effect`]s are what comes of it.

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
