//! What extensions ask to be paid.

use std::{
    collections::{BTreeMap, VecDeque},
    rc::Rc,
    time::Duration,
};

use livechat_protocol::{
    PlacementKind, SafeUrl,
    payment::{Charge, PaymentIntent, Terms},
};
use serde_json::{Value, json};

use super::Model;
use crate::{extension::words, msg::Outcome};

/// What a charge is called that the Billing API gave no id.
const WITHOUT_ID: &str = "charge-without-id";

/// What the person is asked to confirm.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Purchase {
    pub(crate) number: u64,
    /// Which extension asks.
    pub(crate) placement: PlacementKind,
    pub(crate) intent: Intent,
    charge_id: String,
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
    data: Value,
}

impl Intent {
    /// `None` unless all that the dialog needs was readable.
    fn new(details: PaymentIntent, data: Value) -> Option<Self> {
        let mut details = details;
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
pub(super) struct Purchases {
    pending: BTreeMap<PlacementKind, Intent>,
    registered: VecDeque<Rc<Purchase>>,
    next: u64,
}

impl Purchases {
    pub(super) fn asked(&self) -> Option<&Rc<Purchase>> {
        self.registered.front()
    }

    /// The extension has begun a new life.
    pub(super) fn forget(&mut self, placement: PlacementKind) {
        self.pending.remove(&placement);
        self.registered.retain(|purchase| purchase.placement != placement);
    }

    /// A charge was registered for what is pending; `false` if nothing is.
    fn register(&mut self, placement: PlacementKind, charge_id: String) -> bool {
        let Some(intent) = self.pending.remove(&placement) else { return false };
        let cycle = match intent.terms {
            Terms::Direct { .. } => None,
            Terms::Recurrent { months, .. } => Some(months),
        };
        let mut purchase = Purchase { number: self.next, placement, intent, charge_id, cycle };
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

impl Model {
    pub(super) fn transaction_pending(&mut self, now: Duration, placement: PlacementKind, data: &Value) {
        const COMMAND: &str = "register_transaction_pending";
        let data = data.get("paymentIntent").cloned().unwrap_or_default();
        let Some(details) = self.read(now, COMMAND, &data) else { return };
        match Intent::new(details, data) {
            Some(intent) => {
                self.purchases.pending.insert(placement, intent);
            }
            None => {
                let needed = "a name, a price, a quantity or months, and an icon with an https: URL";
                self.log.warn(now, format!("{COMMAND} was left aside: its paymentIntent needs {needed}."));
            }
        }
    }

    pub(super) fn transaction_registered(&mut self, now: Duration, placement: PlacementKind, data: &Value) {
        const COMMAND: &str = "register_transaction_success";
        let charge = data.get("charge").cloned().unwrap_or_default();
        let Some(charge) = self.read::<Charge>(now, COMMAND, &charge) else { return };
        if charge.id().is_none() {
            self.log.note(now, format!("The charge has no id: events call it {WITHOUT_ID:?}."));
        }
        if !self.purchases.register(placement, charge.id().unwrap_or(WITHOUT_ID).to_owned()) {
            let text = format!("{COMMAND} was left aside: no register_transaction_pending came before it.");
            self.log.warn(now, text);
        }
    }

    pub(super) fn transaction_not_registered(&mut self, now: Duration, placement: PlacementKind, data: &Value) {
        self.purchases.pending.remove(&placement);
        let error = data.get("error").unwrap_or(&Value::Null);
        let text = error.get("message").unwrap_or(error);
        let reason = text.as_str().map_or_else(|| text.to_string(), str::to_owned);
        self.log.warn(now, format!("The {} extension could not register a charge: {reason}", words(placement)));
    }

    pub(super) fn purchase_ended(&mut self, now: Duration, number: u64, outcome: Outcome) {
        let registered = &mut self.purchases.registered;
        let Some(index) = registered.iter().position(|purchase| purchase.number == number) else { return };
        let Some(purchase) = registered.remove(index) else { return };
        let charge = json!({ "chargeId": purchase.charge_id });
        let (name, data) = match outcome {
            Outcome::Accepted => ("transaction_accepted", charge),
            Outcome::Declined => ("transaction_declined", charge),
            Outcome::Failed => ("transaction_failed", json!({ "error": { "message": "the card was refused" } })),
        };
        self.push(now, purchase.placement, name, data);
    }

    pub(super) fn billing_cycle_chosen(&mut self, now: Duration, number: u64, months: u32) {
        let registered = &mut self.purchases.registered;
        let Some(purchase) = registered.iter_mut().find(|purchase| purchase.number == number) else { return };
        if purchase.cycle == Some(months) {
            return;
        }
        Rc::make_mut(purchase).cycle = Some(months);
        let data = json!({
            "billingCycle": months,
            "chargeId": purchase.charge_id,
            "paymentIntent": purchase.intent.data,
        });
        let placement = purchase.placement;
        self.push(now, placement, "update_billing_cycle", data);
    }
}
