//! What happens on the fullscreen page and in the settings.

use serde_json::Value;

use super::{Rule, Seen, shapes};
use crate::{finding::Finding, shape::ASKED_FOR};

pub(super) fn rule(entry: &str) -> Option<Rule> {
    Some(match entry {
        "page-data" => Rule::Observed(page_data),
        "page-data-repeated" => Rule::Observed(page_data_repeated),
        "navigate-paths" => Rule::Asked { question: "Did the Agent App open the archives?", confirmed_by: true },
        "billing-cycles" => {
            Rule::Asked { question: "Were the billing cycles exactly 1 and 12 months?", confirmed_by: true }
        }
        "transaction-error" => Rule::Observed(transaction_error),
        "downloads" => Rule::Asked { question: "Is the file there?", confirmed_by: true },
        _ => return None,
    })
}

fn is_text(shape: &Value) -> bool {
    matches!(shape.as_str(), Some("text" | "empty text" | "digits"))
}

fn page_data(seen: &Seen<'_>) -> Finding {
    if seen.named("page_data").next().is_none() {
        return Finding::refuted("no `page_data`");
    }
    let is_value = |shape: &Value| is_text(shape) || shape.as_array().is_some_and(|items| items.iter().all(is_text));
    let is_as_assumed = seen
        .named("page_data")
        .all(|event| event.shape["queryParams"].as_object().is_some_and(|params| params.values().all(is_value)));
    Finding::of(is_as_assumed, shapes(seen.named("page_data")))
}

fn page_data_repeated(seen: &Seen<'_>) -> Finding {
    let repeated = seen.named("page_data").filter_map(|event| event.shape["queryParams"].get(ASKED_FOR[0])).last();
    match repeated {
        None => Finding::not_seen("no `page_data` with the repeated name"),
        Some(shape) => Finding::of(shape.is_array(), format!("the repeated name has {shape}")),
    }
}

fn transaction_error(seen: &Seen<'_>) -> Finding {
    let mut events = seen.named("transaction_failed").peekable();
    if events.peek().is_none() {
        return Finding::not_seen("no `transaction_failed`");
    }
    let is_known = |error: &Value| is_text(error) || error.get("message").is_some_and(is_text);
    Finding::of(events.all(|event| is_known(&event.shape["error"])), shapes(seen.named("transaction_failed")))
}
