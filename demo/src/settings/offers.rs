//! Offers for sale.

use yew_livechat::payment::{Charge, PaymentMetadata};
use yew_livechat::prelude::*;

use crate::page::url_of;

/// An offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// Every month.
    TeamPlan,
    /// Once.
    Labels,
    /// No longer sold, so that its charge cannot be registered.
    Pickup,
}

impl Offer {
    pub(super) const ALL: [Self; 3] = [Self::TeamPlan, Self::Labels, Self::Pickup];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::TeamPlan => "Team plan",
            Self::Labels => "100 parcel labels",
            Self::Pickup => "Parcel pickup",
        }
    }

    pub(super) const fn terms(self) -> &'static str {
        match self {
            Self::TeamPlan => "25.00 USD a month, free for 14 days",
            Self::Labels => "9.00 USD, once",
            Self::Pickup => "5.00 USD, once, until the end of last month",
        }
    }

    /// Why the charge cannot be registered. A real app's server responds with that.
    pub(super) const fn refusal(self) -> Option<&'static str> {
        match self {
            Self::Pickup => Some("the offer has ended"),
            Self::TeamPlan | Self::Labels => None,
        }
    }

    /// The charge. A real app registers it with the Billing API on its server, and uses the response.
    pub(super) fn charge(self, months: u32) -> Result<Charge, InvalidArgument> {
        let charge = match self {
            Self::TeamPlan => Charge::recurrent(self.name(), 2_500.0, months, 14)?.with_field("id", "DEMO-TEAM-PLAN"),
            Self::Labels => Charge::direct(self.name(), 900.0, 1)?.with_field("id", "DEMO-LABELS"),
            Self::Pickup => Charge::direct(self.name(), 500.0, 1)?.with_field("id", "DEMO-PICKUP"),
        };
        Ok(charge.with_field("per_account", false).with_field("test", true))
    }

    pub(super) fn metadata(self) -> Result<PaymentMetadata, InvalidArgument> {
        let metadata = PaymentMetadata::new(url_of("products/mug.svg"))?.with_description(self.terms());
        Ok(metadata.with_billing_cycle_picker(self == Self::TeamPlan))
    }
}
