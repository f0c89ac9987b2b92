//! The payments that extensions ask for.

use std::{
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};

use livechat_protocol::{
    PlacementKind, SafeUrl,
    payment::{PaymentIntent, Terms},
};
use serde_json::Value;

/// What the person is asked to confirm.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Purchase {
    pub(crate) number: u64,
    /// Which extension asks.
    pub(crate) placement: PlacementKind,
    pub(crate) intent: Intent,
    pub(crate) charge_id: String,
    /// The billing cycle that was chosen, in months; none for what is paid once.
    pub(crate) cycle: Option<u32>,
}

/// What an extension asks to be paid.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Intent {
    pub(crate) name: String,
    /// In cents, as the Billing API counts.
    pub(crate) price: f64,
    pub(crate) terms: Terms,
    pub(crate) icon: SafeUrl,
    /// What else the extension said of it.
    pub(crate) details: PaymentIntent,
    /// The same as it arrived, which is how it is sent back.
    pub(crate) data: Value,
}

impl Intent {
    /// `None` unless all that the dialog needs was readable.
    pub(crate) fn new(mut details: PaymentIntent, data: Value) -> Option<Self> {
        Some(Self {
            name: details.name.take()?,
            price: details.price?,
            terms: details.terms?,
            icon: details.icon.take()?,
            details,
            data,
        })
    }
}

/// The transactions under way. One is asked about at a time.
#[derive(Debug, Default)]
pub(crate) struct Purchases {
    pub(crate) pending: BTreeMap<PlacementKind, Intent>,
    pub(crate) registered: VecDeque<Rc<Purchase>>,
    next: u64,
}

impl Purchases {
    pub(crate) fn asked(&self) -> Option<&Rc<Purchase>> {
        self.registered.front()
    }

    /// The extension has begun a new life.
    pub(crate) fn forget(&mut self, placement: PlacementKind) {
        self.pending.remove(&placement);
        self.registered.retain(|purchase| purchase.placement != placement);
    }

    /// A charge was registered for what is pending; `false` if nothing is.
    pub(crate) fn register(&mut self, placement: PlacementKind, charge_id: String) -> bool {
        let Some(intent) = self.pending.remove(&placement) else { return false };
        let cycle = match intent.terms {
            Terms::Direct { .. } => None,
            Terms::Recurrent { months, .. } => Some(months),
        };
        let mut purchase = Purchase { number: self.next, placement, intent, charge_id, cycle };
        // A transaction that is started again, such as after a change of the billing cycle, replaces the earlier one.
        match self.registered.iter_mut().find(|present| present.placement == placement) {
            Some(present) => {
                purchase.number = present.number;
                *present = Rc::new(purchase);
            }
            None => {
                self.registered.push_back(Rc::new(purchase));
                self.next += 1;
            }
        }
        true
    }
}
