//! What happens beside a chat.

use super::{Rule, Seen, shapes};
use crate::{finding::Finding, observation::Observed};

/// How long a toast is shown, in milliseconds, with the tester's reaction time.
const TOAST: std::ops::RangeInclusive<u64> = 4_000..=8_000;
/// The letters that the tester types.
const LETTERS: usize = "hello".len();

pub(super) fn rule(entry: &str) -> Option<Rule> {
    Some(match entry {
        "section-kept" => {
            Rule::Asked { question: "Does the section Field check still show “Published”?", confirmed_by: true }
        }
        "agent-author" => Rule::Observed(agent_author),
        "message-fields" => Rule::Observed(message_fields),
        "other-chats" => Rule::Observed(other_chats),
        "draft-events" => Rule::Observed(draft_events),
        "draft-switch" => Rule::Observed(draft_switch),
        "text-needs-chat" => Rule::Asked { question: "Did the text appear?", confirmed_by: false },
        "private-mode-sent" => Rule::Observed(private_mode_sent),
        "private-mode-values" => Rule::Observed(private_mode_values),
        "quick-replies" => {
            Rule::Asked { question: "Does the chat show the question and two answers?", confirmed_by: true }
        }
        "get-messages" => Rule::Observed(get_messages),
        "plugin-id" => Rule::Asked { question: "Did the toast appear?", confirmed_by: false },
        "toast-duration" => Rule::Observed(toast_duration),
        _ => return None,
    })
}

fn agent_author(seen: &Seen<'_>) -> Finding {
    let authors: Vec<&str> =
        seen.in_step("message").filter_map(|event| event.shape["message_source"].as_str()).collect();
    let evidence = || shapes(seen.in_step("message"));
    if authors.contains(&"agent") {
        return Finding::confirmed(evidence());
    }
    match authors.iter().find(|author| **author != "visitor") {
        Some(other) => Finding::refuted(format!("the author `{other}`: {}", evidence())),
        None if authors.is_empty() => Finding::not_seen("no `message` with an author"),
        None => Finding::refuted(format!("none for the agent's message: {}", evidence())),
    }
}

fn message_fields(seen: &Seen<'_>) -> Finding {
    if seen.in_step("message").next().is_none() {
        return Finding::refuted("no `message` for the file");
    }
    let is_as_assumed = seen.in_step("message").any(|event| {
        let has_text = event.shape.get("message").is_some_and(|text| text != "nothing" && text != "empty text");
        event.shape.get("chat").is_some() && !has_text
    });
    Finding::of(is_as_assumed, shapes(seen.in_step("message")))
}

fn other_chats(seen: &Seen<'_>) -> Finding {
    let others = || seen.in_step("message").filter(|event| event.other_chat == Some(true));
    match others().count() {
        0 => Finding::confirmed("no `message` for the other chat"),
        count => Finding::refuted(format!("{count} of another chat: {}", shapes(others()))),
    }
}

/// When the tester opened the other chat, if that was during the step.
fn switched(seen: &Seen<'_>) -> Option<u64> {
    seen.in_step("customer_profile").map(|event| event.at).last()
}

fn draft_events(seen: &Seen<'_>) -> Finding {
    let end = switched(seen).unwrap_or(u64::MAX);
    let count = seen.in_step("message_box_text").filter(|event| event.at < end).count();
    Finding::of(count >= LETTERS, format!("{count} `message_box_text` for {LETTERS} letters"))
}

fn draft_switch(seen: &Seen<'_>) -> Finding {
    let Some(begin) = switched(seen) else { return Finding::not_seen("no other chat was opened") };
    match seen.in_step("message_box_text").filter(|event| event.at >= begin).count() {
        0 => Finding::confirmed("no `message_box_text` after the other chat was opened"),
        count => Finding::refuted(format!("{count} `message_box_text` after the other chat was opened")),
    }
}

fn private_mode_sent(seen: &Seen<'_>) -> Finding {
    if seen.named("private_mode").next().is_none() {
        return Finding::refuted("no `private_mode`");
    }
    Finding::confirmed(shapes(seen.named("private_mode")))
}

fn private_mode_values(seen: &Seen<'_>) -> Finding {
    let mut events = seen.named("private_mode").peekable();
    if events.peek().is_none() {
        return Finding::not_seen("no `private_mode`");
    }
    Finding::of(events.all(|event| event.shape["threads"].is_object()), shapes(seen.named("private_mode")))
}

fn get_messages(seen: &Seen<'_>) -> Finding {
    if seen.named("messages").next().is_none() {
        return Finding::refuted(format!("no `messages`{}", seen.commands()));
    }
    Finding::confirmed(shapes(seen.named("messages")))
}

fn toast_duration(seen: &Seen<'_>) -> Finding {
    let shown = seen.observed().filter_map(|(at, what)| match what {
        Observed::Command { name, error: None } if name == "set_toast" => Some(at),
        _ => None,
    });
    let gone = seen.observed().filter(|(_, what)| matches!(what, Observed::Marked)).map(|(at, _)| at);
    let (Some(shown), Some(gone)) = (shown.last(), gone.last()) else {
        return Finding::not_seen(format!("no toast{}", seen.commands()));
    };
    let took = gone.saturating_sub(shown);
    Finding::of(TOAST.contains(&took), format!("{took} ms until the tester saw it disappear"))
}
