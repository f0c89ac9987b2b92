//! Which customer the agent is looking at.

use std::rc::Rc;

use super::customer_profile::CustomerProfile;
use crate::wire::DecodeError;

/// What is known of the customer whose profile the agent has open.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CustomerProfileState {
    /// The host has not shown a profile yet.
    #[default]
    Waiting,
    /// The profile that the agent has open.
    Shown(Rc<CustomerProfile>),
    /// The host sent a profile, or said that one left, without a readable id, so nobody is shown: least of all the
    /// customer before.
    Unreadable(DecodeError),
    /// The profile that was shown left the Customers list; nothing but its id is stored.
    Hidden {
        /// The customer's id.
        id: String,
    },
}

impl CustomerProfileState {
    /// The profile, if one is shown. Cheap: the profile is shared, not copied.
    #[must_use]
    pub fn shown(&self) -> Option<Rc<CustomerProfile>> {
        match self {
            Self::Shown(profile) => Some(Rc::clone(profile)),
            Self::Waiting | Self::Unreadable(_) | Self::Hidden { .. } => None,
        }
    }
}
