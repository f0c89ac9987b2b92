//! A call of an SDK method, and its result.

use std::{future::Future, pin::Pin};

use serde_json::Value;
use yew_livechat::{Acknowledgement, InvalidArgument, protocol::DecodeError};

/// The result of a method.
pub(crate) enum Called {
    /// It has sent a command.
    Sent(Acknowledgement),
    /// A value is available at once.
    Found(Value),
    /// A value becomes available later.
    Later(Pin<Box<dyn Future<Output = Value>>>),
}

/// Why a method has sent nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CallError {
    /// This placement's page lacks a method of the SDK.
    #[error("there is no method `{0}` here")]
    NoMethod(String),
    /// The arguments are invalid for the typed command.
    #[error(transparent)]
    Invalid(#[from] InvalidArgument),
    /// The arguments could not be decoded as the command's types.
    #[error(transparent)]
    Unreadable(#[from] DecodeError),
    /// The host has refused it.
    #[error(transparent)]
    Failed(#[from] yew_livechat::CommandError),
    /// The test sent invalid JSON.
    #[error(transparent)]
    NoJson(#[from] serde_json::Error),
}

impl From<Acknowledgement> for Called {
    fn from(acknowledgement: Acknowledgement) -> Self {
        Self::Sent(acknowledgement)
    }
}
