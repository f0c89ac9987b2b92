//! Why a call of LiveChat's API has failed.

use livechat_api::{ApiError, InvalidCall};

use crate::sign_in::SignInError;

/// Why a call of LiveChat's API has failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallError {
    /// LiveChat would have refused it: it was not sent.
    #[error(transparent)]
    Invalid(#[from] InvalidCall),
    /// There is no token to call with.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// LiveChat answered with an error, or with something else than the call returns.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// There was no answer that the page may read. Whether the call was carried out is not known.
    #[error(
        "LiveChat's API did not answer: check the network, and that the page's policy allows `connect-src https://api.livechatinc.com`"
    )]
    NoAnswer,
}

impl CallError {
    /// Whether LiveChat may have carried the call out all the same: nothing came back, or an answer that says no more; see
    /// [`ApiError::may_have_succeeded`]. A message may then be in the chat, so let the agent look before it is sent again.
    #[must_use]
    pub fn may_have_succeeded(&self) -> bool {
        match self {
            Self::Invalid(_) | Self::SignIn(_) => false,
            Self::Api(error) => error.may_have_succeeded(),
            Self::NoAnswer => true,
        }
    }
}
