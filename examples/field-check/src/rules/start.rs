//! What happens when the extension is opened.

use super::{Rule, Seen, shapes};
use crate::{finding::Finding, page::IFRAME_NAME};

/// How long a host has for its authorization flow.
const PATIENCE: u64 = 10_000;

pub(super) fn rule(entry: &str) -> Option<Rule> {
    Some(match entry {
        "iframe-name" => Rule::Observed(iframe_name),
        "authorize-sent" => Rule::Observed(authorize_sent),
        "authorize-data" => Rule::Observed(authorize_data),
        "authorize-error-data" => Rule::Observed(authorize_error_data),
        _ => return None,
    })
}

fn iframe_name(seen: &Seen<'_>) -> Finding {
    match seen.fact(IFRAME_NAME) {
        None => Finding::not_seen("the page has no window"),
        Some(name) => Finding::of(name == "none", format!("the iframe's name: {name}")),
    }
}

fn authorize_sent(seen: &Seen<'_>) -> Finding {
    let sent = || seen.named("authorize").chain(seen.named("authorize_error"));
    if sent().next().is_some() {
        return Finding::confirmed(shapes(sent()));
    }
    let seconds = seen.duration() / 1000;
    if seen.duration() < PATIENCE {
        return Finding::not_seen(format!("neither event in {seconds} s, which is too short to tell"));
    }
    Finding::refuted(format!("neither event in {seconds} s"))
}

fn authorize_data(seen: &Seen<'_>) -> Finding {
    let mut events = seen.named("authorize").peekable();
    if events.peek().is_none() {
        return Finding::not_seen("no `authorize`");
    }
    let is_known = events.all(|event| {
        let id = event.shape.get("session_id").unwrap_or(event.shape);
        matches!(id.as_str(), Some("text" | "digits" | "number" | "nothing"))
    });
    Finding::of(is_known, shapes(seen.named("authorize")))
}

fn authorize_error_data(seen: &Seen<'_>) -> Finding {
    let mut events = seen.named("authorize_error").peekable();
    if events.peek().is_none() {
        return Finding::not_seen("no `authorize_error`");
    }
    let is_empty = events.all(|event| event.shape == "nothing" || event.shape == &serde_json::json!({}));
    Finding::of(is_empty, shapes(seen.named("authorize_error")))
}
