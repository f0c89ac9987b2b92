//! Scenarios with made-up values.

use std::time::Duration;

use livechat_protocol::{
    CustomerProfile,
    PlacementKind::Details,
    RawCommand, RawEvent,
    scenario::{Action, OwnTexts, Scenario, Step},
};
use serde_json::{Value, json};

fn event(name: &str, data: Value) -> Action {
    Action::Event(RawEvent { name: name.to_owned(), data })
}

fn command(name: &'static str, data: Value) -> Action {
    Action::Command(RawCommand::new(name, data))
}

fn anonymized(actions: impl IntoIterator<Item = Action>, own_texts: OwnTexts) -> Vec<Value> {
    let steps = actions.into_iter().map(|action| Step { at: Duration::ZERO, placement: Details, action });
    let scenario = Scenario { name: String::new(), steps: steps.collect() };
    let made = scenario.anonymized(own_texts);
    assert_eq!(scenario.anonymized(own_texts), made, "it is the same every time");
    made.steps
        .iter()
        .map(|step| match &step.action {
            Action::Event(RawEvent { data, .. }) | Action::Command(RawCommand { data, .. }) => data.clone(),
            other => panic!("{other:?}"),
        })
        .collect()
}

/// One value of an event, anonymized.
fn one(data: Value) -> Value {
    anonymized([event("anything", data)], OwnTexts::Replaced).remove(0)
}

fn profile() -> Value {
    json!({
        "id": "S126126161.O136OJPO1",
        "name": "Mary Brown",
        "email": "mary.brown@email.com",
        "chat": {
            "id": "NY0U96PIT4",
            "chat_id": "OU0V0P0OWT",
            "groupID": "42",
            "preChatSurvey": [
                { "question": "Your name:", "answer": "Mary Brown" },
                { "question": "E-mail:", "answer": "mary.brown@email.com" },
                { "question": "Phone:", "answer": "+48 501 234 567" },
            ],
        },
        "source": "chats",
        "geolocation": {
            "city": "Wroclaw", "country": "Poland", "country_code": "PL", "latitude": "51.1093", "longitude": "17.0248",
            "region": "Dolnoslaskie", "timezone": "Europe/Warsaw", "zipcode": "50-001",
        },
        "customVariables": [{ "key": "order_id", "value": "A-48113" }, { "key": "vip", "value": "true" }],
    })
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no text at {pointer} of {value}"))
}

#[test]
fn nothing_personal_of_a_profile_is_left_and_what_logic_depends_on_stays() {
    let made = one(profile());
    let written = made.to_string().to_lowercase();
    for real in [
        "mary",
        "brown",
        "email.com",
        "126126161",
        "ny0u96pit4",
        "ou0v0p0owt",
        "234 567",
        "wroclaw",
        "51.1093",
        "dolnoslaskie",
        "50-001",
        "48113",
    ] {
        assert!(!written.contains(real), "{real} is left in {written}");
    }
    for (pointer, stays) in [
        ("/source", "chats"),
        ("/chat/groupID", "42"),
        ("/geolocation/country", "Poland"),
        ("/geolocation/country_code", "PL"),
        ("/geolocation/timezone", "Europe/Warsaw"),
        ("/chat/preChatSurvey/0/question", "Your name:"),
        ("/chat/preChatSurvey/1/question", "E-mail:"),
        ("/customVariables/0/key", "order_id"),
        ("/customVariables/1/value", "true"),
    ] {
        assert_eq!(text(&made, pointer), stays, "{pointer}");
    }
    assert_eq!(text(&made, "/name"), text(&made, "/chat/preChatSurvey/0/answer"));
    assert_eq!(text(&made, "/email"), text(&made, "/chat/preChatSurvey/1/answer"));
    assert!(text(&made, "/email").ends_with("@example.com"));
    let read = RawEvent { name: "customer_profile".into(), data: made }.read::<CustomerProfile>().unwrap().unwrap();
    assert!(read.geolocation.unwrap().coordinates().is_some(), "coordinates stay coordinates");
}

#[test]
fn the_same_value_is_the_same_everywhere_and_inside_of_texts() {
    let made = anonymized(
        [
            event(
                "message",
                json!({ "chat": "NY0U96PIT4", "message": "hi, MARY here: mary.brown@email.com", "message_id": "M1" }),
            ),
            event("customer_profile", profile()),
            command("put_message", json!("Hello Mary! Is S126126161.O136OJPO1 from Wroclaw yours, Mrs. Brown?")),
        ],
        OwnTexts::Kept,
    );
    let profile = &made[1];
    let (given, family) = text(profile, "/name").split_once(' ').unwrap();
    let (id, city) = (text(profile, "/id"), text(profile, "/geolocation/city"));
    assert_eq!(made[2], format!("Hello {given}! Is {id} from {city} yours, Mrs. {family}?"));
    assert_eq!(text(&made[0], "/chat"), text(profile, "/chat/id"));
    let message = text(&made[0], "/message");
    assert!(message.contains(&given.to_uppercase()) && message.contains(text(profile, "/email")), "{message}");
    assert!(!message.contains("here"), "the host's texts are replaced: {message}");
}

#[test]
fn own_texts_are_replaced_unless_they_are_asked_for_and_ids_of_buttons_always_stay() {
    let section = json!({ "title": "Order of Jane Doe", "components": [
        { "type": "button", "data": { "label": "Track", "id": "track" } },
        { "type": "label_value", "data": { "label": "Call", "value": "0171 5558899" } },
        { "type": "link", "data": { "url": "https://shop.example.org/orders/48113?customer=jane", "inline": true } },
    ]});
    let steps = || {
        [
            command("customer_details_section", section.clone()),
            event("customer_details_section_button_click", json!({ "buttonId": "track" })),
        ]
    };
    for (own_texts, title) in [(OwnTexts::Kept, true), (OwnTexts::Replaced, false)] {
        let made = anonymized(steps(), own_texts);
        let section = &made[0];
        assert_eq!(text(section, "/title") == "Order of Jane Doe", title, "{section}");
        assert_eq!(text(section, "/components/0/data/id"), "track");
        assert_eq!(text(section, "/components/0/type"), "button");
        assert_eq!(text(section, "/components/1/data/label"), "Call");
        assert_eq!(text(&made[1], "/buttonId"), "track");
        let written = section.to_string();
        assert!(
            !["5558899", "shop.example.org", "48113", "=jane"].iter().any(|real| written.contains(real)),
            "{written}"
        );
        let url = text(section, "/components/2/data/url");
        assert!(url.starts_with("https://site") && url.contains("?customer="), "{url}");
    }
}

#[test]
fn texts_keep_their_length_and_form() {
    for real in [
        "Hello, I can't pay my order!\n— it's 3 days late 😀",
        "مرحبا بالعالم",
        "Где мой заказ?",
        "注文はどこですか",
        "<b>bold</b> & \"quoted\"",
    ] {
        let made = one(json!({ "message": real }));
        let made = text(&made, "/message");
        assert_ne!(made, real);
        assert_eq!(made.chars().count(), real.chars().count(), "{made}");
        for (one, other) in made.chars().zip(real.chars()) {
            assert_eq!(one.is_alphanumeric(), other.is_alphanumeric(), "{made}");
            assert_eq!(one.is_ascii(), other.is_ascii(), "{made}");
            assert_eq!(one.is_uppercase(), other.is_uppercase(), "{made}");
        }
    }
    let two = anonymized([event("a", json!("cat sat")), event("a", json!("dog ran"))], OwnTexts::Replaced);
    assert_ne!(two[0], two[1], "different texts stay different");
}

#[test]
fn addresses_are_found_inside_of_texts() {
    for (real, left) in [
        ("mail <jo@x.example.org>, please", "jo@x"),
        ("from 203.0.113.77 at 2001:db8:85a3::8a2e", "85a3"),
        ("see https://bank.example/accounts/jo-smith?iban=PL123#top.", "iban=PL"),
        ("call +48 (501) 234-567 now", "501"),
        ("order #48113X", "48113"),
    ] {
        let made = anonymized([command("put_message", json!(real))], OwnTexts::Kept).remove(0);
        let made = made.as_str().unwrap();
        assert!(!made.contains(left) && !made.contains("203.0.113.77") && !made.contains("smith"), "{made}");
        let first = real.split(' ').next().unwrap();
        assert!(made.starts_with(first), "words stay: {made}");
    }
}

#[test]
fn numbers_stay_numbers_of_as_many_digits() {
    let made = one(
        json!({ "id": 126_126_161, "chat": { "id": -42 }, "visits": 7, "text": "126126161", "phone": 48_501_234_567_u64 }),
    );
    let id = made["id"].as_u64().unwrap();
    assert!(id != 126_126_161 && id.to_string().len() == 9, "{id}");
    assert_eq!(made["text"], id.to_string(), "as text it is the same number");
    assert!(made["chat"]["id"].as_i64().is_some_and(|id| (-99..=-10).contains(&id)), "{made}");
    assert_eq!(made["visits"], 7);
    assert_eq!(made["phone"].as_u64().unwrap().to_string().len(), 11);
}

#[test]
fn threads_are_named_by_their_made_up_ids() {
    let made = anonymized(
        [
            event("private_mode", json!({ "threads": { "NY0U96PIT4": true } })),
            event("customer_profile", json!({ "id": "C1A2", "chat": { "id": "NY0U96PIT4" } })),
        ],
        OwnTexts::Replaced,
    );
    let thread = text(&made[1], "/chat/id");
    assert_ne!(thread, "NY0U96PIT4");
    assert_eq!(made[0], json!({ "threads": { thread: true } }));
}

#[test]
fn untidy_data_survive() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../fixtures/profiles.json")).unwrap();
    for case in cases {
        let (about, data) = (&case["about"], case["data"].clone());
        let made = one(data.clone());
        assert!(is_alike(&data, &made), "{about}: {data} became {made}");
    }
    for odd in [
        json!(null),
        json!([[[]]]),
        json!({ "": { "id": [null, {}, 1.5e300, "\u{0}"] } }),
        json!("@"),
        json!("://"),
        json!("+"),
        json!("tel:"),
        json!("data:"),
        json!("https://"),
        json!("a@b."),
        json!("2026-11-2é"),
        json!("1234567890123456789012345678901é"),
    ] {
        assert!(is_alike(&odd, &one(odd.clone())), "{odd}");
    }
}

#[test]
fn addresses_within_addresses_do_not_exhaust_the_stack() {
    for part in ["mailto:", "https://a.example/?u=", "data:,", "tel:"] {
        let made = one(json!(part.repeat(20_000)));
        assert!(made.as_str().is_some_and(|made| !made.is_empty()));
    }
}

/// Whether two values have the same structure.
fn is_alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_alike(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, value)| other.get(name).is_some_and(|other| is_alike(value, other)))
        }
        (Value::String(one), Value::String(other)) => one.is_empty() == other.is_empty(),
        (Value::Number(_), Value::Number(_)) | (Value::Null, Value::Null) => true,
        (Value::Bool(one), Value::Bool(other)) => one == other,
        _ => false,
    }
}
