//! One call of an SDK's method, and what became of it.

use std::{future::Future, pin::Pin};

use serde_json::Value;
use yew_livechat::{Acknowledgement, InvalidArgument, protocol::DecodeError};

/// What a method gives back.
pub(crate) enum Called {
    /// It has sent a command.
    Sent(Acknowledgement),
    /// It has looked something up.
    Found(Value),
    /// It looks something up.
    Later(Pin<Box<dyn Future<Output = Value>>>),
}

/// Why a method has sent nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CallError {
    /// The SDK has a method that this placement's page does not know.
    #[error("there is no method `{0}` here")]
    NoMethod(String),
    /// The typed command cannot be made of these arguments.
    #[error(transparent)]
    Invalid(#[from] InvalidArgument),
    /// The arguments are not what the command's types read.
    #[error(transparent)]
    Unreadable(#[from] DecodeError),
    /// The host has refused it.
    #[error(transparent)]
    Failed(#[from] yew_livechat::CommandError),
    /// The test has sent something that is no JSON.
    #[error(transparent)]
    NoJson(#[from] serde_json::Error),
}

impl From<Acknowledgement> for Called {
    fn from(acknowledgement: Acknowledgement) -> Self {
        Self::Sent(acknowledgement)
    }
}
