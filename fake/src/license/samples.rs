//! The simulator's customers in the form of LiveChat's API, with past threads.

use serde::Deserialize;
use serde_json::{Map, Value, json};
use time::{Duration, OffsetDateTime};

use super::{Agent, Chat, Customer, Thread};
use crate::timestamp;

/// The customers' data, shared with the simulator.
const CUSTOMERS: &str = include_str!("customers.json");
/// Their earlier messages.
const PAST: &str = include_str!("past_threads.json");

#[derive(Deserialize)]
struct Record {
    views: Vec<String>,
    profile: Profile,
    transcript: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Profile {
    id: String,
    name: Option<String>,
    email: Option<String>,
    chat: ChatOfProfile,
    #[serde(default)]
    geolocation: Map<String, Value>,
    #[serde(default)]
    custom_variables: Value,
}

#[derive(Deserialize)]
struct ChatOfProfile {
    /// The thread, as the Agent App calls it.
    id: Option<String>,
    chat_id: Option<String>,
    /// A number, as number or text.
    #[serde(rename = "groupID", default)]
    group: Value,
    #[serde(rename = "preChatSurvey", default)]
    survey: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    question: String,
    answer: String,
}

#[derive(Deserialize)]
struct Message {
    from: Author,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Author {
    Customer,
    Agent,
}

#[derive(Deserialize)]
struct Past {
    chat_id: String,
    thread_id: String,
    days_ago: i64,
    tags: Vec<String>,
    transcript: Vec<Message>,
}

/// All customers, and the chats of those who have one. An invalid record is skipped; a test ensures that all are valid.
pub(super) fn read() -> (Vec<Customer>, Vec<Chat>) {
    let records: Vec<Record> = serde_json::from_str(CUSTOMERS).unwrap_or_default();
    let past: Vec<Past> = serde_json::from_str(PAST).unwrap_or_default();
    let now = timestamp::now();
    let chats = records.iter().filter_map(|record| chat(record, &past, now)).collect();
    (records.iter().map(|record| customer(record, now)).collect(), chats)
}

fn customer(record: &Record, now: OffsetDateTime) -> Customer {
    let Profile { id, name, email, chat, geolocation, custom_variables, .. } = &record.profile;
    Customer {
        id: id.clone(),
        created_at: now - Duration::days(400),
        name: name.clone(),
        email: email.clone(),
        avatar: None,
        phone_number: None,
        session_fields: session_fields(custom_variables),
        omnichannel: None,
        address: None,
        geolocation: geolocation.clone(),
        chat_ids: chat.chat_id.iter().cloned().collect(),
    }
}

/// The Agent App sends them as an object or as pairs.
fn session_fields(variables: &Value) -> Vec<Value> {
    match variables {
        Value::Object(variables) => variables.iter().map(|(key, value)| json!({ key: value })).collect(),
        Value::Array(pairs) => {
            pairs.iter().filter_map(|pair| Some(json!({ pair.get("key")?.as_str()?: pair.get("value")? }))).collect()
        }
        _ => Vec::new(),
    }
}

fn chat(record: &Record, past: &[Past], now: OffsetDateTime) -> Option<Chat> {
    let Profile { id: customer_id, chat, .. } = &record.profile;
    let (id, thread_id) = (chat.chat_id.clone()?, chat.id.clone()?);
    let active = record.views.iter().any(|view| view == "chats");
    let mut threads: Vec<Thread> = past
        .iter()
        .filter(|past| past.chat_id == id)
        .map(|past| {
            let created_at = now - Duration::days(past.days_ago);
            Thread {
                id: past.thread_id.clone(),
                active: false,
                created_at,
                tags: past.tags.clone(),
                events: events(&past.thread_id, customer_id, created_at, &[], &past.transcript),
            }
        })
        .collect();
    threads.sort_by_key(|thread| thread.created_at);
    // The last threads in the archives are a few days old.
    let created_at = now - if active { Duration::minutes(10) } else { Duration::days(3) };
    threads.push(Thread {
        active,
        created_at,
        tags: Vec::new(),
        events: events(&thread_id, customer_id, created_at, &chat.survey, &record.transcript),
        id: thread_id,
    });
    Some(Chat {
        id,
        customer_id: customer_id.clone(),
        group: group(&chat.group),
        agents: vec![Agent::ORDINARY.to_owned(), "admin@example.com".to_owned()],
        threads,
        seen_up_to: now,
    })
}

fn group(value: &Value) -> u32 {
    let number = value.as_u64().and_then(|number| number.try_into().ok());
    number.or_else(|| value.as_str()?.parse().ok()).unwrap_or_default()
}

fn events(
    thread: &str,
    customer: &str,
    created_at: OffsetDateTime,
    survey: &[Answer],
    transcript: &[Message],
) -> Vec<Value> {
    let mut events = Vec::new();
    if !survey.is_empty() {
        let field =
            |Answer { question, answer }: &Answer| json!({ "type": "question", "label": question, "answer": answer });
        events.push(json!({
            "type": "filled_form",
            "form_type": "prechat",
            "author_id": customer,
            "fields": survey.iter().map(field).collect::<Vec<_>>(),
        }));
    }
    events.extend(transcript.iter().map(|Message { from, text }| {
        let author = if *from == Author::Customer { customer } else { Agent::ORDINARY };
        json!({ "type": "message", "author_id": author, "text": text })
    }));
    let mut at = created_at;
    for (index, event) in events.iter_mut().enumerate() {
        event["id"] = format!("{thread}_{}", index + 1).into();
        event["created_at"] = timestamp::text(at).into();
        event["visibility"] = "all".into();
        at += Duration::seconds(40);
    }
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::license::groups::{GROUPS, TAGS, Tag};

    #[test]
    fn no_customer_and_no_thread_is_lost() {
        let (customers, chats) = read();
        assert_eq!(customers.len(), CUSTOMERS.matches("\"views\"").count());
        assert_eq!(chats.len(), CUSTOMERS.matches("\"chat_id\"").count());
        let threads: usize = chats.iter().map(|chat| chat.threads.len()).sum();
        assert_eq!(threads, chats.len() + PAST.matches("\"thread_id\"").count());
    }

    #[test]
    fn ids_are_those_of_the_simulator_and_name_one_thing() {
        let (customers, chats) = read();
        let mary = customers.iter().find(|customer| customer.id == "K3M7Q1").unwrap();
        let chat = chats.iter().find(|chat| chat.id == "S4D8H2PQ0V").unwrap();
        assert_eq!(mary.chat_ids, [&*chat.id]);
        assert_eq!(chat.latest().unwrap().id, "T9F2B7XK1C");
        assert_eq!(chat.group, 4);
        let mut ids: Vec<&str> = chats.iter().flat_map(|chat| &chat.threads).map(|thread| &*thread.id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }

    #[test]
    fn only_the_latest_thread_of_a_chat_in_chats_is_active() {
        let (_, chats) = read();
        assert_eq!(chats.iter().filter(|chat| chat.is_active()).count(), 4);
        for chat in chats {
            let (_, before) = chat.threads.split_last().unwrap();
            assert!(before.iter().all(|thread| !thread.active));
            assert!(chat.threads.is_sorted_by_key(|thread| thread.created_at));
        }
    }

    #[test]
    fn custom_variables_are_session_fields_in_either_form() {
        let fields = [json!({ "account": "wholesale" }), json!({ "account manager": "Priya" })];
        let (customers, _) = read();
        assert_eq!(customers.iter().find(|customer| customer.id == "N5R2W8").unwrap().session_fields, fields);
        let mary = customers.iter().find(|customer| customer.id == "K3M7Q1").unwrap();
        assert!(mary.session_fields.contains(&json!({ "plan": "team" })));
    }

    #[test]
    fn the_groups_and_tags_of_the_chats_exist() {
        let (_, chats) = read();
        for chat in chats {
            assert!(GROUPS.iter().any(|(id, _)| *id == chat.group), "{}", chat.group);
            for tag in chat.threads.iter().flat_map(|thread| &thread.tags) {
                let known = |known: &Tag| known.name == tag && known.groups.contains(&chat.group);
                assert!(TAGS.iter().any(known), "{tag} in {}", chat.group);
            }
        }
    }
}
