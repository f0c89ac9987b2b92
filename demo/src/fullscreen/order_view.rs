//! Filters for the open orders.

use crate::shop::{Order, State};

/// A filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OrderView {
    All,
    Late,
    Packing,
}

impl OrderView {
    pub(super) const EACH: [Self; 3] = [Self::All, Self::Late, Self::Packing];

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Late => "late",
            Self::Packing => "packing",
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Late => "Late",
            Self::Packing => "To pack",
        }
    }

    pub(super) fn has(self, order: &Order) -> bool {
        match self {
            Self::All => true,
            Self::Late => order.state == State::Late,
            Self::Packing => order.state == State::Packing,
        }
    }
}
