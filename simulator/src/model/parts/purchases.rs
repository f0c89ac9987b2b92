//! The payments that extensions ask for.

use std::{
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};

use livechat_protocol::{
    PlacementKind,
    payment::{PaymentIntent, Terms},
};
use serde_json::Value;

/// What the person is asked to confirm.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Purchase {
    pub(crate) number: u64,
    /// Which extension asks.
    pub(crate) placement: PlacementKind,
    pub(crate) intent: PaymentIntent,
    /// The same as it came, which is how it goes back.
    pub(crate) intent_data: Value,
    pub(crate) charge_id: String,
    /// The billing cycle that was chosen, in months; none for what is paid once.
    pub(crate) cycle: Option<u32>,
}

/// The transactions under way. One is asked about at a time.
#[derive(Debug, Default)]
pub(crate) struct Purchases {
    pub(crate) pending: BTreeMap<PlacementKind, (PaymentIntent, Value)>,
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
        let Some((intent, intent_data)) = self.pending.remove(&placement) else { return false };
        let cycle = match intent.terms {
            Terms::Direct { .. } => None,
            Terms::Recurrent { months, .. } => Some(months),
        };
        let mut purchase = Purchase { number: self.next, placement, intent, intent_data, charge_id, cycle };
        // A transaction that is started anew, as after another billing cycle was chosen, takes the place of the last.
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
