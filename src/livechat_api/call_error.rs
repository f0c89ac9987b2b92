//! Why a call to LiveChat's API failed.

use livechat_api::{ApiError, InvalidCall};

use crate::sign_in::SignInError;

/// Why a call to LiveChat's API failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallError {
    /// LiveChat would refuse the call, so it was not sent.
    #[error(transparent)]
    Invalid(#[from] InvalidCall),
    /// There is no token for the call.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// LiveChat answered with an error, or with something other than the call returns.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// No answer that the page may read arrived. Whether the call was carried out is unknown.
    #[error(
        "LiveChat's API did not answer: check the network, and that the page's policy allows `connect-src https://api.livechatinc.com`"
    )]
    NoAnswer,
}

impl CallError {
    /// Whether LiveChat may have carried out the call even so: no answer arrived, or one that does not tell; see
    /// [`ApiError::may_have_succeeded`]. A message may then be in the chat, so ask the agent to check before sending
    /// it again.
    #[must_use]
    pub fn may_have_succeeded(&self) -> bool {
        match self {
            Self::Invalid(_) | Self::SignIn(_) => false,
            Self::Api(error) => error.may_have_succeeded(),
            Self::NoAnswer => true,
        }
    }
}
