//! In a valid event, one value is replaced by any other: the other fields still arrive, and nothing of the previous
//! event remains.

use livechat_protocol::{CustomerProfileState, ExtensionSettings, HostState};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{
    generators::value,
    harness::{Conversation, cases::cases, settings},
};

/// The text that all values of the earlier events have in common.
const BEFORE: &str = "BEFORE";

/// An event in which every field has a value.
struct Sample {
    name: &'static str,
    /// The required field of the event.
    identity: Option<&'static str>,
    data: Value,
}

fn samples() -> Vec<Sample> {
    let sample = |name, identity, data| Sample { name, identity, data };
    vec![
        sample(
            "customer_profile",
            Some("id"),
            json!({
                "id": "C2", "name": "Bob", "email": "bob@example.com", "source": "chats",
                "chat": { "id": "T2", "chat_id": "CH2", "groupID": "2",
                    "preChatSurvey": [{ "question": "Q1", "answer": "A1" }, { "question": "Q2", "answer": "A2" }] },
                "geolocation": { "city": "Wroclaw", "country": "Poland", "country_code": "PL", "latitude": "51.1",
                    "longitude": "17", "region": "DS", "timezone": "Europe/Warsaw", "zipcode": "50-001" },
                "customVariables": [{ "key": "plan", "value": "gold" }, { "key": "seats", "value": "7" }],
            }),
        ),
        sample(
            "customer_profile",
            Some("id"),
            json!({ "id": "C2", "chat": {}, "customVariables": { "plan": "gold", "seats": "7" } }),
        ),
        sample(
            "ticket_info",
            Some("id"),
            json!({ "id": "T2", "shortId": "AB12", "subject": "Late", "date": "2026-11-25T01:35:39.000Z",
                "createdBy": "bob", "tagIds": ["late", "vip"], "teamIds": ["t1"], "followers": ["f1", "f2"] }),
        ),
        sample("page_data", None, json!({ "queryParams": { "order": "A-2", "tag": ["a", "b"] } })),
        sample(
            "message",
            Some("chat"),
            json!({ "chat": "CH2", "message": "Hi", "message_id": "M2", "message_source": "visitor" }),
        ),
        sample("message_box_text", Some("value"), json!({ "value": "Dear Bob" })),
    ]
}

/// The same event about another subject: every text in it is different.
fn before(data: &Value) -> Value {
    match data {
        Value::String(text) => json!(format!("{BEFORE} {text}")),
        Value::Array(items) => items.iter().map(before).collect(),
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), before(value))).collect(),
        other => other.clone(),
    }
}

/// Replaces the value that the choices lead to: each chooses a member or an item, and the path may end early. Returns
/// the path.
fn replace_one(data: &mut Value, choices: &[prop::sample::Index], odd: Value) -> Vec<String> {
    let mut path = Vec::new();
    let mut place = data;
    for choice in choices {
        let names: Vec<String> = match &*place {
            Value::Array(items) => (0..items.len()).map(|index| index.to_string()).collect(),
            Value::Object(members) => members.keys().cloned().collect(),
            _ => break,
        };
        if names.is_empty() {
            break;
        }
        let name = choice.get(&names).clone();
        place = match place {
            Value::Array(items) => &mut items[name.parse::<usize>().unwrap_or_default()],
            object => &mut object[&name],
        };
        path.push(name);
    }
    *place = odd;
    path
}

/// Everything in `whole` outside the path is in `read` too.
fn assert_the_rest_arrived(whole: &Value, read: &Value, path: &[String]) -> Result<(), TestCaseError> {
    let Some((at, below)) = path.split_first() else { return Ok(()) };
    match (whole, read) {
        (Value::Object(whole), Value::Object(read)) => {
            for (name, value) in whole.iter().filter(|(name, _)| *name != at) {
                prop_assert_eq!(read.get(name), Some(value), "{}", name);
            }
            match (whole.get(at), read.get(at)) {
                (Some(whole), Some(read)) => assert_the_rest_arrived(whole, read, below),
                _ => Ok(()),
            }
        }
        (Value::Array(whole), Value::Array(read)) => {
            // The odd item may be gone, or may have become several.
            let at: usize = at.parse().unwrap_or_default();
            let after = &whole[at + 1..];
            prop_assert!(read.len() + 1 >= whole.len(), "{:?}", read);
            prop_assert_eq!(&read[..at], &whole[..at]);
            prop_assert_eq!(&read[read.len() - after.len()..], after);
            if read.len() == whole.len() { assert_the_rest_arrived(&whole[at], &read[at], below) } else { Ok(()) }
        }
        // The parent of the path is the replaced value, or has become something else.
        _ => Ok(()),
    }
}

/// The state after an event of that name, in the form of the wire; `None` if there is none.
fn shown(state: &HostState, name: &str) -> Option<Value> {
    fn json(value: &impl serde::Serialize) -> Value {
        serde_json::to_value(value).unwrap_or_else(|error| panic!("{error}"))
    }
    match name {
        "customer_profile" => state.customer_profile.shown().map(|profile| json(&*profile)),
        "ticket_info" => state.ticket_info.as_deref().map(json),
        "page_data" => state.page_data.as_deref().map(json),
        "message" => state.messages.last().map(|message| json(&**message)),
        "message_box_text" => state.message_box_text.as_deref().map(|text| json!({ "value": text })),
        other => panic!("{other} has no state"),
    }
}

fn is_identity(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.is_empty(),
        Value::Number(number) => {
            number.as_f64().is_some_and(|number| number.fract() != 0.0 || number.abs() <= 9_007_199_254_740_991.0)
        }
        other => other.is_boolean(),
    }
}

fn conversation(postponing: bool) -> Conversation {
    let mut conversation = Conversation::new(if postponing {
        settings(|settings| settings.postpone_profiles = true)
    } else {
        ExtensionSettings::default()
    });
    conversation.load();
    conversation.render();
    conversation.extension.watch_messages(conversation.now);
    conversation
}

proptest! {
    #![proptest_config(cases(4_000, "proptest-regressions/limits.txt"))]

    #[test]
    fn fault_16_one_odd_value_costs_itself_and_nothing_of_the_event_before_is_left(
        sample in any::<prop::sample::Index>(),
        choices in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        odd in value(),
        postponing in any::<bool>(),
    ) {
        let samples = samples();
        let Sample { name, identity, data } = sample.get(&samples);
        let mut conversation = conversation(postponing);
        conversation.push(name, before(data));
        let mut sent = data.clone();
        let path = replace_one(&mut sent, &choices, odd);
        conversation.push(name, sent.clone());
        conversation.extension.catch_up();

        let state = conversation.extension.state();
        let refused = conversation.extension.connection().refused;
        let readable = identity.is_none_or(|identity| {
            // An empty message input is a text like any other.
            sent.get(identity).is_some_and(|value| is_identity(value) || (*name == "message_box_text" && value == ""))
        });
        prop_assert_eq!(refused, u64::from(!readable), "{}", &sent);
        match shown(state, name) {
            None => prop_assert!(!readable),
            Some(read) if readable => {
                prop_assert!(!read.to_string().contains(BEFORE), "{}", read);
                assert_the_rest_arrived(data, &read, &path)?;
            }
            // The message before is still one of the chats' messages; it claims to be no other.
            Some(read) => prop_assert!(*name == "message" && read == shown_before(data), "{}", read),
        }
        if *name == "customer_profile" && !readable {
            prop_assert!(matches!(state.customer_profile, CustomerProfileState::Unreadable(_)));
        }
    }
}

fn shown_before(data: &Value) -> Value {
    let mut message = before(data);
    message["message_source"] = json!(format!("{BEFORE} visitor"));
    message
}
