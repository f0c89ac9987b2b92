//! What can be bought.

use yew_livechat::payment::{Charge, PaymentMetadata};
use yew_livechat::prelude::*;

use crate::page::url_of;

/// Something to buy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// Every month.
    TeamPlan,
    /// Once.
    Labels,
}

impl Offer {
    pub(super) const ALL: [Self; 2] = [Self::TeamPlan, Self::Labels];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::TeamPlan => "Team plan",
            Self::Labels => "100 parcel labels",
        }
    }

    pub(super) const fn terms(self) -> &'static str {
        match self {
            Self::TeamPlan => "25.00 USD a month, 14 days for free",
            Self::Labels => "9.00 USD, once",
        }
    }

    /// The charge. An own server would register it with the Billing API, and pass on what that answers.
    pub(super) fn charge(self, months: u32) -> Result<Charge, InvalidArgument> {
        let charge = match self {
            Self::TeamPlan => Charge::recurrent(self.name(), 2_500.0, months, 14)?.with_field("id", "DEMO-TEAM-PLAN"),
            Self::Labels => Charge::direct(self.name(), 900.0, 1)?.with_field("id", "DEMO-LABELS"),
        };
        Ok(charge.with_field("per_account", false).with_field("test", true))
    }

    pub(super) fn metadata(self) -> Result<PaymentMetadata, InvalidArgument> {
        let metadata = PaymentMetadata::new(url_of("products/mug.svg"))?.with_description(self.terms());
        Ok(metadata.with_billing_cycle_picker(self == Self::TeamPlan))
    }
}
