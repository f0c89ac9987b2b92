//! The customer that the agent is looking at.

use std::rc::Rc;

use super::{
    change::{Change, replace},
    customer_profile::CustomerProfile,
    customer_profile_hidden::CustomerProfileHidden,
};
use crate::wire::DecodeError;

/// The customer whose profile the agent has open.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CustomerProfileState {
    /// The host has not shown a profile yet.
    #[default]
    Waiting,
    /// The profile that the agent has open.
    Shown(Rc<CustomerProfile>),
    /// The host sent a profile, or reported that one left, without a readable id. No customer is shown, to avoid
    /// showing the wrong one.
    Unreadable(DecodeError),
    /// The profile that was shown left the Customers list; only its id is stored.
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

impl Change for CustomerProfile {
    type Part = CustomerProfileState;

    fn change(self, customer: &mut CustomerProfileState) -> bool {
        replace(customer, CustomerProfileState::Shown(Rc::new(self)))
    }

    fn forget(customer: &mut CustomerProfileState, unreadable: &DecodeError) -> bool {
        replace(customer, CustomerProfileState::Unreadable(unreadable.clone()))
    }
}

impl Change for CustomerProfileHidden {
    type Part = CustomerProfileState;

    fn change(self, customer: &mut CustomerProfileState) -> bool {
        // A customer who is not on screen leaving does not affect the one who is.
        match customer {
            CustomerProfileState::Shown(profile) if profile.id == self.id => {
                replace(customer, CustomerProfileState::Hidden { id: self.id })
            }
            _ => false,
        }
    }

    fn forget(customer: &mut CustomerProfileState, unreadable: &DecodeError) -> bool {
        // Someone left, and it may be the customer on screen.
        customer.shown().is_some() && replace(customer, CustomerProfileState::Unreadable(unreadable.clone()))
    }
}
