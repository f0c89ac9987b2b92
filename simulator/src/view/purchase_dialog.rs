//! The dialog that confirms a payment.

use std::rc::Rc;

use livechat_protocol::payment::Terms;
use yew::prelude::*;
use yew_livechat_components::{Button, ButtonKind, Tag};

use super::{event_target::selected_index, modal::Modal, picture::Picture};
use crate::model::{Msg, Outcome, Purchase};

/// The offered billing cycles, in months. UNVERIFIED (billing-cycles): no public source lists those of a real host.
const CYCLES: [u32; 2] = [1, 12];

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PurchaseDialogProps {
    pub(crate) purchase: Rc<Purchase>,
    pub(crate) dispatch: Callback<Msg>,
}

/// Shows the price, and asks whether to pay.
#[component]
pub(crate) fn PurchaseDialog(props: &PurchaseDialogProps) -> Html {
    let PurchaseDialogProps { purchase, dispatch } = props;
    let (number, intent) = (purchase.number, &purchase.intent);
    let end = |outcome: Outcome| dispatch.reform(move |_: MouseEvent| Msg::PurchaseEnded(number, outcome));
    let bill = Bill::of(purchase);
    let whose = if intent.details.per_account == Some(true) { "Per account" } else { "Per organization" };
    html! {
        <Modal
            heading="Confirm purchase"
            description={bill.starts}
            onclose={dispatch.reform(move |()| Msg::PurchaseEnded(number, Outcome::Declined))}
        >
            <div class="sim-modal-body">
                <div class="sim-purchase">
                    <Picture url={intent.icon.clone()} class="sim-purchase-icon" />
                    <div class="sim-purchase-text">
                        <p class="sim-purchase-name" dir="auto">{ &intent.name }</p>
                        if let Some(description) = &intent.details.description {
                            <p dir="auto">{ description }</p>
                        }
                        if intent.details.test == Some(true) {
                            <Tag>{ "Test: nothing is charged" }</Tag>
                        }
                    </div>
                    <div class="sim-purchase-price">
                        <p><strong>{ dollars(intent.price) }</strong>{ bill.per }</p>
                        <p>{ whose }</p>
                        if let Some(count) = &bill.count {
                            <p>{ count }</p>
                        }
                    </div>
                </div>
                if let Some(cycle) = purchase.cycle.filter(|_| intent.details.billing_cycle_picker == Some(true)) {
                    { picker(number, cycle, dispatch) }
                }
                <div class="sim-purchase sim-purchase-total">
                    <div class="sim-purchase-text">
                        <p class="sim-purchase-name">{ bill.when }</p>
                        <p>{ "The simulator charges nothing." }</p>
                    </div>
                    <div class="sim-purchase-price">
                        <p><strong>{ bill.total }</strong></p>
                        if let Some(every) = &bill.every {
                            <p>{ every }</p>
                        }
                    </div>
                </div>
            </div>
            <div class="sim-modal-foot">
                <button type="button" class="sim-quiet sim-fail" onclick={end(Outcome::Failed)}>
                    { "Fail payment" }
                </button>
                <Button onclick={end(Outcome::Declined)}>{ "Cancel" }</Button>
                <Button kind={ButtonKind::Primary} onclick={end(Outcome::Accepted)}>{ "Confirm" }</Button>
            </div>
        </Modal>
    }
}

fn picker(number: u64, cycle: u32, dispatch: &Callback<Msg>) -> Html {
    let mut cycles = CYCLES.to_vec();
    if !cycles.contains(&cycle) {
        cycles.push(cycle);
        cycles.sort_unstable();
    }
    let onchange = {
        let cycles = cycles.clone();
        dispatch.reform(move |event: Event| {
            let chosen = selected_index(&event).and_then(|index| cycles.get(index)).copied();
            Msg::BillingCycleChosen(number, chosen.unwrap_or(cycle))
        })
    };
    html! {
        <label class="sim-purchase-cycle">
            <span>{ "Billing cycle" }</span>
            <select {onchange}>
                for months in cycles {
                    <option key={months} selected={months == cycle}>{ self::months(months) }</option>
                }
            </select>
        </label>
    }
}

/// The texts and amounts of a purchase.
struct Bill {
    starts: Option<AttrValue>,
    per: &'static str,
    count: Option<String>,
    when: String,
    total: String,
    every: Option<String>,
}

impl Bill {
    fn of(purchase: &Purchase) -> Self {
        let price = purchase.intent.price;
        match purchase.intent.terms {
            Terms::Direct { quantity } => Self {
                starts: None,
                per: "",
                count: (quantity > 1).then(|| format!("quantity: {quantity}")),
                when: "Billed once".to_owned(),
                total: dollars(price * f64::from(quantity)),
                every: None,
            },
            Terms::Recurrent { months, trial_days } => {
                let cycle = purchase.cycle.unwrap_or(months);
                let trial = trial_days.filter(|days| *days > 0);
                Self {
                    starts: trial.map(|_| "The subscription starts after the free trial.".into()),
                    per: " /mo",
                    count: None,
                    when: match trial {
                        Some(1) => "Billed after a trial of 1 day".to_owned(),
                        Some(days) => format!("Billed after a trial of {days} days"),
                        None => "Billed today".to_owned(),
                    },
                    total: dollars(price * f64::from(cycle)),
                    every: Some(format!("every {}", self::months(cycle).trim_start_matches("1 "))),
                }
            }
        }
    }
}

fn months(months: u32) -> String {
    if months == 1 { "1 month".to_owned() } else { format!("{months} months") }
}

/// Formats cents, the Billing API's unit, as dollars.
fn dollars(cents: f64) -> String {
    let plain = format!("{:.2}", cents / 100.0);
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, "00"));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("${grouped}.{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_are_written_as_dollars() {
        for (cents, expected) in [
            (0.0, "$0.00"),
            (5.0, "$0.05"),
            (2500.0, "$25.00"),
            (99_999.0, "$999.99"),
            (123_456_789.0, "$1,234,567.89"),
        ] {
            assert_eq!(dollars(cents), expected);
        }
    }
}
