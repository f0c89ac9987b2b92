//! Which log entries are shown.

use serde_json::Value;

use super::entry::{Direction, Entry, Item};
use crate::extension::placement_name;

/// A kind of entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Show {
    #[default]
    Everything,
    ToExtension,
    FromExtension,
    Problems,
}

impl Show {
    pub(crate) const ALL: [Self; 4] = [Self::Everything, Self::ToExtension, Self::FromExtension, Self::Problems];

    /// The name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::ToExtension => "to",
            Self::FromExtension => "from",
            Self::Problems => "problems",
        }
    }

    /// The name on screen.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Everything => "Everything",
            Self::ToExtension => "To the extension",
            Self::FromExtension => "From the extension",
            Self::Problems => "Problems",
        }
    }
}

/// The filter of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Every word has to occur in the name, the payload, or the placement's or driver's name.
    pub(crate) text: String,
    pub(crate) show: Show,
}

impl Filter {
    pub(crate) fn admits(&self, entry: &Entry) -> bool {
        let is_shown = match (self.show, &entry.item) {
            (Show::Everything, _) => true,
            (Show::Problems, _) => entry.is_problem(),
            (Show::ToExtension, Item::Frame(frame)) => frame.direction == Direction::ToExtension,
            (Show::FromExtension, Item::Frame(frame)) => frame.direction == Direction::FromExtension,
            (Show::ToExtension | Show::FromExtension, _) => false,
        };
        is_shown && self.text.split_whitespace().all(|word| occurs(&word.to_lowercase(), entry))
    }
}

/// `word` must be in lower case.
fn occurs(word: &str, entry: &Entry) -> bool {
    let is_in = |text: &str| text.to_lowercase().contains(word);
    match &entry.item {
        Item::Frame(frame) => {
            is_in(&frame.name)
                || is_in(placement_name(frame.placement))
                || frame.driver.as_str() == word
                || entry.remark.is_some_and(is_in)
                || occurs_in_value(&is_in, &frame.value)
        }
        Item::Refused { placement, origin, reason } => {
            is_in("refused") || is_in(placement_name(*placement)) || is_in(origin) || is_in(reason)
        }
        Item::Note { text, .. } => is_in(text),
    }
}

fn occurs_in_value(is_in: &impl Fn(&str) -> bool, value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => is_in(if *value { "true" } else { "false" }),
        Value::Number(value) => is_in(&value.to_string()),
        Value::String(text) => is_in(text),
        Value::Array(items) => items.iter().any(|item| occurs_in_value(is_in, item)),
        Value::Object(members) => members.iter().any(|(name, value)| is_in(name) || occurs_in_value(is_in, value)),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use livechat_protocol::{Driver, PlacementKind};
    use serde_json::json;

    use super::*;
    use crate::log::entry::FrameItem;

    fn entry(item: Item) -> Entry {
        Entry { number: 0, time: Duration::ZERO, item, remark: None, answer: None }
    }

    fn profile() -> Entry {
        entry(Item::Frame(FrameItem {
            placement: PlacementKind::MessageBox,
            direction: Direction::ToExtension,
            driver: Driver::Plain,
            name: "customer_profile".to_owned(),
            is_call: false,
            value: json!({ "id": "K3M7Q1", "chat": { "tags": [12, null, true] }, "city": "Łódź" }),
        }))
    }

    fn with_text(text: &str) -> Filter {
        Filter { text: text.to_owned(), ..Filter::default() }
    }

    #[test]
    fn every_word_has_to_occur_somewhere() {
        for text in ["", "  ", "PROFILE", "k3m7", "tags 12", "message box plain", "true", "łódź"] {
            assert!(with_text(text).admits(&profile()), "{text}");
        }
        for text in ["profiles", "trusted", "profile moon", "pla"] {
            assert!(!with_text(text).admits(&profile()), "{text}");
        }
    }

    #[test]
    fn kinds_are_told_apart() {
        let refused = entry(Item::Refused {
            placement: PlacementKind::Details,
            origin: "https://evil.example".to_owned(),
            reason: "its origin is no host's".to_owned(),
        });
        let note = entry(Item::Note { text: "Loading".to_owned(), warning: false });
        let admitted = |show: Show| {
            let filter = Filter { show, ..Filter::default() };
            [&profile(), &refused, &note].map(|entry| filter.admits(entry))
        };
        assert_eq!(admitted(Show::Everything), [true, true, true]);
        assert_eq!(admitted(Show::ToExtension), [true, false, false]);
        assert_eq!(admitted(Show::FromExtension), [false, false, false]);
        assert_eq!(admitted(Show::Problems), [false, true, false]);
        assert!(with_text("refused evil").admits(&refused));
    }
}
