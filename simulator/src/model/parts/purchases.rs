//! Payments that extensions request.

use std::{
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};

use livechat_protocol::{
    PlacementKind, SafeUrl,
    payment::{PaymentIntent, Terms},
};
use serde_json::Value;

/// The purchase that the user is asked to confirm.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Purchase {
    pub(crate) number: u64,
    /// The extension that requests it.
    pub(crate) placement: PlacementKind,
    pub(crate) intent: Intent,
    pub(crate) charge_id: String,
    /// The chosen billing cycle in months; `None` for a one-time payment.
    pub(crate) cycle: Option<u32>,
}

/// The payment intent of an extension.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Intent {
    pub(crate) name: String,
    /// In cents, as the Billing API counts.
    pub(crate) price: f64,
    pub(crate) terms: Terms,
    pub(crate) icon: SafeUrl,
    /// The other details of the intent.
    pub(crate) details: PaymentIntent,
    /// The intent as received, which is sent back unchanged.
    pub(crate) data: Value,
}

impl Intent {
    /// Returns `None` unless everything that the dialog needs is readable.
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

/// The pending transactions. The dialog shows one at a time.
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

    /// The extension was reloaded.
    pub(crate) fn forget(&mut self, placement: PlacementKind) {
        self.pending.remove(&placement);
        self.registered.retain(|purchase| purchase.placement != placement);
    }

    /// A charge was registered for the pending transaction; returns `false` if nothing is pending.
    pub(crate) fn register(&mut self, placement: PlacementKind, charge_id: String) -> bool {
        let Some(intent) = self.pending.remove(&placement) else { return false };
        let cycle = match intent.terms {
            Terms::Direct { .. } => None,
            Terms::Recurrent { months, .. } => Some(months),
        };
        let mut purchase = Purchase { number: self.next, placement, intent, charge_id, cycle };
        // A restarted transaction, for example after a change of the billing cycle, replaces the earlier one.
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
