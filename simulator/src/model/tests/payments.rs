//! Purchases.

use livechat_protocol::{
    RegisterTransactionFailure, RegisterTransactionPending, RegisterTransactionSuccess,
    payment::{Charge, PaymentMetadata, Transaction},
};

use super::*;

fn charge(id: &str) -> Charge {
    Charge::recurrent("Team plan", 2500.0, 1, 14).unwrap().with_field("id", id)
}

fn metadata() -> PaymentMetadata {
    PaymentMetadata::new("https://shop.example/icon.png").unwrap().with_billing_cycle_picker(true)
}

/// As the SDK does it.
fn start(page: &mut Page, placement: PlacementKind, charge: &Charge) {
    page.command(placement, &RegisterTransactionPending::new(charge, metadata()));
    page.command(placement, &RegisterTransactionSuccess::new(charge.clone()));
}

fn asked(page: &Page) -> u64 {
    page.model.purchase().unwrap().number
}

#[test]
fn how_a_purchase_ends_is_told_to_the_extension_that_started_it() {
    let mut page = Page::all();
    for (outcome, name) in [
        (Outcome::Accepted, "transaction_accepted"),
        (Outcome::Declined, "transaction_declined"),
        (Outcome::Failed, "transaction_failed"),
    ] {
        start(&mut page, Settings, &charge("CH1"));
        page.happen(Msg::PurchaseEnded(asked(&page), outcome));
        assert_eq!(page.model.purchase(), None);
        assert_eq!(page.told(Settings, name).len(), 1);
        assert_eq!(page.told(Fullscreen, name).len(), 0);
    }
    let failed = Transaction::Failed { reason: "the card was refused".to_owned() };
    assert_eq!(page.extensions[&Settings].state().transaction, failed);
    assert_eq!(page.told(Settings, "transaction_accepted"), [json!({ "chargeId": "CH1" })]);
}

#[test]
fn another_billing_cycle_is_told_and_the_next_transaction_takes_the_place_of_the_first() {
    let mut page = Page::all();
    start(&mut page, Settings, &charge("CH1"));
    let number = asked(&page);
    page.happen(Msg::BillingCycleChosen(number, 12));
    page.happen(Msg::BillingCycleChosen(number, 12));
    let [told] = &page.told(Settings, "update_billing_cycle")[..] else { panic!("sent once") };
    assert_eq!((&told["billingCycle"], &told["chargeId"]), (&json!(12), &json!("CH1")));
    assert_eq!(told["paymentIntent"]["name"], "Team plan");
    assert_eq!(page.model.purchase().unwrap().cycle, Some(12));

    let yearly = Charge::recurrent("Team plan", 2500.0, 12, 14).unwrap().with_field("id", "CH2");
    start(&mut page, Settings, &yearly);
    assert_eq!(asked(&page), number, "the dialog stays");
    page.happen(Msg::PurchaseEnded(number, Outcome::Accepted));
    assert_eq!(page.told(Settings, "transaction_accepted"), [json!({ "chargeId": "CH2" })]);
}

#[test]
fn purchases_of_several_extensions_are_asked_one_after_the_other() {
    let mut page = Page::all();
    start(&mut page, Settings, &charge("CH1"));
    start(&mut page, Details, &charge("CH2"));
    assert_eq!(page.model.purchase().unwrap().placement, Settings);
    page.happen(Msg::PurchaseEnded(asked(&page), Outcome::Declined));
    assert_eq!(page.model.purchase().unwrap().placement, Details);
    page.load(Details);
    assert_eq!(page.model.purchase(), None, "nothing awaits its outcome anymore");
}

#[test]
fn what_does_not_fit_is_said() {
    let mut page = Page::all();
    page.command(Settings, &RegisterTransactionSuccess::new(charge("CH1").clone()));
    assert_eq!(page.warnings("register_transaction_success was ignored: no").len(), 1);
    page.raw(Settings, "register_transaction_pending", json!({ "paymentIntent": { "name": "Plan", "price": 1 } }));
    assert!(page.warnings("register_transaction_pending was ignored")[0].contains("quantity"));
    page.command(Settings, &RegisterTransactionFailure::new("no such charge"));
    assert!(page.warnings("The settings extension could not")[0].ends_with("no such charge"));
    page.happen(Msg::PurchaseEnded(9, Outcome::Accepted));
    page.happen(Msg::BillingCycleChosen(9, 1));
    assert_eq!(page.told(Settings, "transaction_accepted"), [] as [Value; 0]);
}
