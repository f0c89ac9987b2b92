//! Tests logic and rendering natively.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use order_desk::{Details, Order, REPLIES, State, found};
use serde_json::json;
use yew_livechat::testing::Snapshot;

fn order() -> Order {
    let order = json!({ "number": "A-1", "customer": "C1", "article": "Chair", "total": 12905, "state": "open" });
    serde_json::from_value(order).unwrap()
}

#[test]
fn an_order_has_news_search_words_and_a_price() {
    assert_eq!(order().news(), "Your order A-1 (Chair) is on its way.");
    assert_eq!(order().price(), "129.05 EUR");
    assert!(order().has(" chAIR ") && order().has("a-1") && !order().has("lamp"));
    assert_eq!(Order { state: State::Canceled, ..order() }.news(), "Your order A-1 (Chair) was canceled.");
}

#[test]
fn a_reply_is_found_by_its_title_and_by_its_text() {
    let names = |words| found(words).into_iter().map(|(name, ..)| name).collect::<Vec<_>>();
    assert_eq!(names(""), REPLIES);
    assert_eq!(names("label"), ["returns"]);
    assert_eq!(names("GOODBYE"), ["goodbye"]);
    assert!(names("lamp").is_empty());
}

#[test]
fn both_languages_have_the_same_texts() {
    let keys = |file: &str| {
        let keys = file.lines().filter_map(|line| line.split_once(':')).map(|(key, _)| key.to_owned());
        keys.collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(keys(include_str!("../locales/en.yml")), keys(include_str!("../locales/de.yml")));
}

#[test]
fn before_a_chat_is_open_the_agent_is_told_what_to_do() {
    let html = Snapshot::details().authorize(false).render::<Details>();
    assert!(html.contains("Open a chat to see the orders"), "{html}");
}
