//! The state of the sign-in.

use super::{account::Account, error::SignInError};

/// Whether the agent has signed in with LiveChat.
#[derive(Clone, Debug, PartialEq)]
pub enum SignInState {
    /// Nobody is signed in.
    SignedOut {
        /// Why the last attempt failed or the sign-in ended; `None` at first and after [`sign_out`].
        ///
        /// [`sign_out`]: crate::UseSignInHandle::sign_out
        reason: Option<SignInError>,
    },
    /// The popup is open, the iframe is about to be redirected, or the server is being asked for a token.
    SigningIn,
    /// An agent is signed in.
    SignedIn(Account),
}

impl SignInState {
    /// The account, if an agent is signed in.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match self {
            Self::SignedIn(account) => Some(account),
            Self::SignedOut { .. } | Self::SigningIn => None,
        }
    }

    /// Whether a sign-in is in progress.
    #[must_use]
    pub fn is_signing_in(&self) -> bool {
        matches!(self, Self::SigningIn)
    }

    /// Why nobody is signed in, if there is a reason.
    #[must_use]
    pub fn reason(&self) -> Option<&SignInError> {
        match self {
            Self::SignedOut { reason } => reason.as_ref(),
            Self::SigningIn | Self::SignedIn(_) => None,
        }
    }
}
