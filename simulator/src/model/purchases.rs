//! Payments, from request to outcome.

use std::rc::Rc;

use livechat_protocol::{PlacementKind, payment::Charge};
use serde_json::{Value, json};

use super::{msg::Outcome, parts::purchases::Intent, state::Model};
use crate::extension::placement_name;

/// The id of a charge that the Billing API gave no id.
const WITHOUT_ID: &str = "charge-without-id";

impl Model {
    pub(super) fn transaction_pending(&mut self, placement: PlacementKind, data: &Value) {
        const COMMAND: &str = "register_transaction_pending";
        let data = data.get("paymentIntent").cloned().unwrap_or_default();
        let Some(details) = self.read(COMMAND, &data) else { return };
        match Intent::new(details, data) {
            Some(intent) => {
                self.purchases.pending.insert(placement, intent);
            }
            None => {
                let needed = "a name, a price, a quantity or months, and an icon with an https: URL";
                self.warn(format!("{COMMAND} was ignored: its paymentIntent needs {needed}."));
            }
        }
    }

    pub(super) fn transaction_registered(&mut self, placement: PlacementKind, data: &Value) {
        const COMMAND: &str = "register_transaction_success";
        let charge = data.get("charge").cloned().unwrap_or_default();
        let Some(charge) = self.read::<Charge>(COMMAND, &charge) else { return };
        if charge.id().is_none() {
            self.note(format!("The charge has no id: events use {WITHOUT_ID:?}."));
        }
        if !self.purchases.register(placement, charge.id().unwrap_or(WITHOUT_ID).to_owned()) {
            let text = format!("{COMMAND} was ignored: no register_transaction_pending preceded it.");
            self.warn(text);
        }
    }

    pub(super) fn transaction_not_registered(&mut self, placement: PlacementKind, data: &Value) {
        self.purchases.pending.remove(&placement);
        let error = data.get("error").unwrap_or(&Value::Null);
        let text = error.get("message").unwrap_or(error);
        let reason = text.as_str().map_or_else(|| text.to_string(), str::to_owned);
        self.warn(format!("The {} extension could not register a charge: {reason}", placement_name(placement)));
    }

    pub(super) fn purchase_ended(&mut self, number: u64, outcome: Outcome) {
        let registered = &mut self.purchases.registered;
        let Some(index) = registered.iter().position(|purchase| purchase.number == number) else { return };
        let Some(purchase) = registered.remove(index) else { return };
        let charge = json!({ "chargeId": purchase.charge_id });
        let (name, data) = match outcome {
            Outcome::Accepted => ("transaction_accepted", charge),
            Outcome::Declined => ("transaction_declined", charge),
            Outcome::Failed => ("transaction_failed", json!({ "error": { "message": "the card was refused" } })),
        };
        self.push(purchase.placement, name, data);
    }

    pub(super) fn billing_cycle_chosen(&mut self, number: u64, months: u32) {
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
        self.push(placement, "update_billing_cycle", data);
    }
}
