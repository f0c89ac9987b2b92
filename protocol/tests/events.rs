//! The other events, invalid names, and what remains after an invalid event.

mod harness;

use harness::{Conversation, HOST, event, event_frame, frame, plain};
use livechat_protocol::{
    Authorize, AuthorizeError, ChangeTheme, CustomerProfileState, Event, EventError, HostState, Id, Output, RawEvent,
    RefusalReason, Session, Slice, Theme, decode, limits,
};
use serde_json::{Value, json};

/// The last refusal, as text.
fn last_refusal(conversation: &Conversation) -> Option<String> {
    conversation.extension.connection().last_refusal.as_ref().map(ToString::to_string)
}

/// The events and fields that were left out.
fn skipped(conversation: &Conversation) -> Vec<(String, String)> {
    let skipped = &conversation.extension.connection().last_skipped;
    skipped.iter().map(|EventError { event, error }| (event.clone(), error.field().to_owned())).collect()
}

fn event_error(conversation: &Conversation) -> EventError {
    match conversation.extension.connection().last_refusal.clone().map(|refusal| refusal.reason) {
        Some(RefusalReason::Event(error)) => error,
        other => panic!("no event was refused last: {other:?}"),
    }
}

#[test]
fn authorize_is_read_in_every_form_that_hosts_may_send() {
    let table = [
        (json!({ "session_id": "s1" }), Some(Id::Text("s1".into()))),
        (json!({ "session_id": 7 }), Some(Id::Number(7))),
        (json!({ "session_id": "s1", "login": "x" }), Some(Id::Text("s1".into()))),
        (json!({ "session_id": null }), None),
        (json!({}), None),
        (json!("s1"), Some(Id::Text("s1".into()))),
        (json!(-7), Some(Id::Number(-7))),
        (json!(true), Some(Id::Text("true".into()))),
        (json!({ "session_id": false }), Some(Id::Text("false".into()))),
        (json!(9_007_199_254_740_991_i64), Some(Id::Number(9_007_199_254_740_991))),
        (Value::Null, None),
    ];
    for (data, id) in table {
        let mut conversation = Conversation::open();
        conversation.push("authorize", data.clone());
        assert_eq!(conversation.extension.state().session, Session::Authorized { id: id.clone() }, "{data}");
        assert_eq!(conversation.changes_of(Slice::Session), 1, "{data}");
        assert_eq!(serde_json::from_value::<Authorize>(data).expect("serde agrees").session_id, id);
    }
}

#[test]
fn authorize_with_an_odd_session_id_authorizes_without_one_and_names_the_field() {
    let table = [
        (json!({ "session_id": 1.5 }), "session_id"),
        (json!({ "session_id": 9_007_199_254_740_993_i64 }), "session_id"),
        (json!({ "session_id": [] }), "session_id"),
        (json!([]), ""),
        (json!(0.1), ""),
    ];
    for (data, field) in table {
        let mut conversation = Conversation::open();
        conversation.push("authorize", json!("the session before"));
        conversation.push("authorize", data.clone());
        assert_eq!(conversation.extension.state().session, Session::Authorized { id: None }, "{data}");
        assert_eq!(skipped(&conversation), [("authorize".to_owned(), field.to_owned())], "{data}");
        assert!(conversation.refusals().is_empty(), "{data}");
    }
}

#[test]
fn authorize_error_accepts_any_data_or_none() {
    for data in [Value::Null, json!({}), json!("expired"), json!([{ "deep": 1 }]), json!(false)] {
        let mut conversation = Conversation::open();
        conversation.push("authorize", json!("s1"));
        conversation.push("authorize_error", data.clone());
        assert_eq!(conversation.extension.state().session, Session::Refused, "{data}");
        assert!(conversation.refusals().is_empty(), "{data}");
    }
}

#[test]
fn change_theme_knows_light_and_dark_and_nothing_else() {
    let mut conversation = Conversation::open();
    conversation.push("change_theme", json!({ "theme": "dark" }));
    assert_eq!(conversation.extension.state().theme, Theme::Dark);
    let table = [
        (json!({ "theme": "Light" }), "theme is text, expected `light` or `dark`"),
        (json!({ "theme": "" }), "theme is text, expected `light` or `dark`"),
        (json!({ "theme": "system" }), "theme is text, expected `light` or `dark`"),
        (json!({ "theme": null }), "theme is nothing, expected text"),
        (json!({ "theme": 1 }), "theme is a number, expected text"),
        (json!({ "theme": ["light"] }), "theme is a list, expected text"),
        (json!({}), "theme is nothing, expected text"),
        (json!("light"), "the data is text, expected an object"),
        (Value::Null, "the data is nothing, expected an object"),
    ];
    for (count, (data, error)) in (1..).zip(table) {
        conversation.push("change_theme", data.clone());
        assert_eq!(conversation.extension.state().theme, Theme::Dark, "{data}");
        let expected = format!("refused a message from {HOST:?}: event `change_theme`: {error}");
        assert_eq!(last_refusal(&conversation), Some(expected), "{data}");
        assert_eq!(conversation.extension.connection().refused, count);
    }
    conversation.push("change_theme", json!({ "theme": "light" }));
    assert_eq!(conversation.extension.state().theme, Theme::Light);
    assert_eq!(conversation.changes_of(Slice::Theme), 2);
}

#[test]
fn events_encode_back() {
    let dark = ChangeTheme { theme: Theme::Dark };
    assert_eq!(serde_json::to_value(dark).expect("JSON"), json!({ "theme": "dark" }));
    assert_eq!(serde_json::from_value::<ChangeTheme>(json!({ "theme": "dark" })).expect("a theme"), dark);
    for id in [None, Some(Id::Text("s1".into())), Some(Id::Number(7))] {
        let event = Authorize { session_id: id };
        let encoded = serde_json::to_value(&event).expect("JSON");
        assert_eq!(encoded.get("session_id").is_some(), event.session_id.is_some(), "absent is absent, not null");
        assert_eq!(decode::<Authorize, _>(&encoded), Ok(event));
    }
    let encoded = serde_json::to_value(AuthorizeError).expect("JSON");
    assert_eq!(serde_json::from_value::<AuthorizeError>(encoded).expect("no data"), AuthorizeError);
}

#[test]
fn fault_14_a_name_is_text_with_the_prefix_or_nothing() {
    let names = [
        json!(["livechat:change_theme"]),
        json!({ "toString": "livechat:change_theme" }),
        json!(""),
        json!("livechat:"),
        json!("livechat"),
        json!("change_theme"),
        json!("other:change_theme"),
        json!("LiveChat:change_theme"),
        json!(" livechat:change_theme"),
        json!("xlivechat:change_theme"),
        Value::Null,
        json!(7),
        json!(true),
    ];
    for name in names {
        let message = json!({ "event_name": name, "event_data": { "theme": "dark" } });
        assert_eq!(RawEvent::from_wire(&message), None, "{name}");

        let mut trusted = Conversation::open();
        trusted.deliver(HOST, frame(0, "call", json!({ "method": "handle", "args": [message.clone()] }), json!(0)));
        let mut bare = Conversation::new(plain());
        bare.deliver(HOST, message);
        for conversation in [trusted, bare] {
            assert_eq!(conversation.extension.state(), &HostState::default(), "{name}");
            assert!(conversation.events().is_empty(), "{name}");
            assert_eq!(conversation.refusals().pop().expect("it is refused").reason, RefusalReason::NotForUs, "{name}");
        }
    }
}

#[test]
fn fault_14_a_name_like_a_property_is_an_unknown_event() {
    for name in ["__proto__", "constructor", "toString", "*", "hasOwnProperty", " ", "a:b", "livechat:change_theme"] {
        let mut conversation = Conversation::open();
        conversation.push(name, json!({ "theme": "dark", "id": "C1" }));
        assert_eq!(conversation.events(), [name], "listeners for any event receive it");
        assert_eq!(conversation.extension.state(), &HostState::default(), "{name}");
        assert!(conversation.refusals().is_empty(), "{name}");
    }
}

#[test]
fn a_call_without_an_event_is_refused_and_answered() {
    for args in [json!([]), json!([null]), json!(["livechat:change_theme"]), json!([[{ "event_name": "livechat:x" }]])]
    {
        let mut conversation = Conversation::open();
        let posted = conversation.from_extension.len();
        conversation.deliver(HOST, frame(0, "call", json!({ "method": "handle", "args": args }), json!(3)));
        assert_eq!(conversation.refusals().pop().expect("it is refused").reason, RefusalReason::NotForUs);
        assert_eq!(conversation.from_extension[posted].1["request"], json!(3), "the library's calls never time out");
    }
}

#[test]
fn an_event_to_another_method_is_not_taken_in() {
    let mut conversation = Conversation::open();
    let mut call = event_frame(0, "change_theme", json!({ "theme": "dark" }));
    call["data"]["method"] = json!("handle2");
    conversation.deliver(HOST, call);
    assert_eq!(conversation.extension.state().theme, Theme::Light);
    assert!(conversation.events().is_empty());
}

/// Each profile is read when it arrives or, as in real extensions, when a component requests it.
const MODES: [fn() -> Conversation; 2] = [Conversation::open, Conversation::postponing];

#[test]
fn fault_16_an_odd_field_costs_itself_and_the_new_customer_is_shown() {
    let table = [
        (json!({ "customVariables": { "plan": { "value": "gold" } } }), None),
        (json!({ "customVariables": [{ "name": "plan", "value": "gold" }] }), None),
        (json!({ "chat": { "id": "T", "preChatSurvey": [{ "question": "Q", "answer": ["A", "B"] }] } }), None),
        (json!({ "geolocation": { "city": "Wroclaw", "latitude": 51.1 } }), None),
        (json!({ "chat": "NY0U96PIT4" }), Some("chat")),
        (json!({ "email": ["bob@example.com"] }), Some("email")),
        (json!({ "geolocation": { "city": {} } }), Some("geolocation.city")),
        (json!({ "customVariables": [{ "value": "v" }] }), Some("customVariables[0].key")),
        (json!({ "source": [] }), Some("source")),
    ];
    for (connect, (odd, field)) in MODES.iter().flat_map(|connect| table.iter().map(move |row| (connect, row))) {
        let mut conversation = connect();
        conversation.push("customer_profile", json!({ "id": "C1", "name": "Ann", "email": "ann@example.com" }));
        conversation.catch_up();
        let mut bob = json!({ "id": "C2", "name": "Bob" });
        for (name, value) in odd.as_object().into_iter().flatten() {
            bob[name] = value.clone();
        }
        conversation.push("customer_profile", bob);
        conversation.catch_up();
        let shown = conversation.extension.state().customer_profile.shown().expect("somebody is shown");
        assert_eq!((shown.id.as_str(), shown.name.as_deref(), &shown.email), ("C2", Some("Bob"), &None), "{odd}");
        let named: Vec<_> = field.map(|field| ("customer_profile".to_owned(), field.to_owned())).into_iter().collect();
        assert_eq!(skipped(&conversation), named, "{odd}");
        assert!(conversation.refusals().is_empty(), "{odd}");
    }
}

#[test]
fn fault_16_a_profile_without_a_readable_id_shows_no_customer() {
    let table = [(json!({ "name": "Bob" }), "id"), (json!({ "id": {}, "name": "Bob" }), "id"), (Value::Null, "")];
    for (connect, (data, field)) in MODES.iter().flat_map(|connect| table.iter().map(move |row| (connect, row))) {
        let mut conversation = connect();
        conversation.push("customer_profile", json!({ "id": "C1", "name": "Ann" }));
        conversation.catch_up();
        conversation.push("customer_profile", data.clone());
        let EventError { event, error } = event_error(&conversation);
        assert_eq!((event.as_str(), error.field()), ("customer_profile", *field), "{data}");
        let state = &conversation.extension.state().customer_profile;
        assert_eq!((state, state.shown()), (&CustomerProfileState::Unreadable(error), None), "{data}");
        assert_eq!(conversation.events(), ["customer_profile", "customer_profile"], "the raw event is still to be had");
        conversation.push("customer_profile", json!({ "id": "C3" }));
        conversation.catch_up();
        assert_eq!(conversation.extension.state().customer_profile.shown().expect("a profile").id, "C3");
        assert_eq!(conversation.changes_of(Slice::CustomerProfile), 3, "{data}");
    }
}

#[test]
fn fault_16_an_unreadable_ticket_or_message_input_is_not_the_one_before_it() {
    let mut conversation = Conversation::open();
    conversation.push("ticket_info", json!({ "id": "T1" }));
    conversation.push("message_box_text", json!({ "value": "Dear Ann" }));
    conversation.push("page_data", json!({ "queryParams": { "order": "A-1" } }));
    conversation.push("ticket_info", json!({ "subject": "Of no ticket" }));
    conversation.push("message_box_text", json!({ "value": {} }));
    conversation.push("page_data", json!({ "queryParams": 7 }));
    let state = conversation.extension.state();
    assert_eq!((&state.ticket_info, &state.message_box_text), (&None, &None));
    assert_eq!(state.page_data.as_ref().map(|page| page.query_params.iter().count()), Some(0));
    let connection = conversation.extension.connection();
    assert_eq!((connection.refused, connection.skipped), (2, 1));
    assert_eq!(conversation.changes_of(Slice::TicketInfo), 2);
    assert_eq!(conversation.changes_of(Slice::MessageBoxText), 2);
}

#[test]
fn skipped_fields_are_counted_and_the_latest_are_listed() {
    let mut conversation = Conversation::open();
    let count = limits::SKIPPED_FIELDS + 3;
    for number in 0..count {
        conversation.push("customer_profile", json!({ "id": number, "customVariables": { number.to_string(): {} } }));
    }
    let connection = conversation.extension.connection();
    assert_eq!(connection.skipped, count as u64);
    assert_eq!(connection.last_skipped.len(), limits::SKIPPED_FIELDS);
    assert_eq!(connection.last_skipped[0].error.field(), "customVariables.3.value");
    assert_eq!(conversation.changes_of(Slice::Connection), count + 1, "and once for the connection itself");
}

#[test]
fn fields_that_a_listener_leaves_out_of_an_event_of_its_own_are_counted_once() {
    let field = |event: &str| {
        let error = decode::<bool, _>(&json!(1)).expect_err("no boolean");
        EventError { event: event.to_owned(), error }
    };
    let mut conversation = Conversation::open();
    for _ in 0..2 {
        conversation.push("shift_started", json!({}));
        for _listener in 0..2 {
            conversation.extension.fields_skipped(vec![field("shift_started")]);
        }
    }
    assert_eq!(conversation.extension.connection().skipped, 2);
    conversation.extension.fields_skipped(vec![field("customer_profile")]);
    assert_eq!(conversation.extension.connection().skipped, 2, "the machine has read that event itself");
}

#[test]
fn each_event_that_a_listener_cannot_read_is_counted_once_however_many_there_are() {
    let unread = |event: &str| {
        let error = decode::<bool, _>(&json!(1)).expect_err("no boolean");
        EventError { event: event.to_owned(), error }
    };
    let mut conversation = Conversation::open();
    for _ in 0..3 {
        conversation.push("shift_started", json!({}));
        for _listener in 0..2 {
            conversation.extension.event_unread(unread("shift_started"));
        }
    }
    assert_eq!(conversation.extension.connection().refused, 3, "a burst of the same mistake is three");
    for _ in 0..2 {
        conversation.push("customer_profile", json!(null));
        let error = event_error(&conversation);
        conversation.extension.event_unread(error);
    }
    assert_eq!(conversation.extension.connection().refused, 5, "the machine has counted these itself");
}

#[test]
fn an_early_event_that_was_refused_is_not_refused_again_when_it_is_dispatched_later() {
    let mut conversation = Conversation::open();
    let mut errors = Vec::new();
    for (name, data) in [("customer_profile", json!(null)), ("ticket_info", json!({ "id": "" }))] {
        conversation.push(name, data);
        errors.push(event_error(&conversation));
    }
    let refused_of = |said: &Output<Value>| match said {
        Output::Event { refused, .. } => Some(refused.clone()),
        _ => None,
    };
    let early: Vec<_> = conversation.extension_said.iter().filter_map(refused_of).collect();
    for (refused, error) in early.into_iter().zip(errors) {
        conversation.extension.dispatching(refused);
        conversation.extension.event_unread(error);
    }
    assert_eq!(conversation.extension.connection().refused, 2);
}

#[test]
fn fault_15_an_unknown_event_reaches_only_listeners_for_any_event() {
    let mut conversation = Conversation::open();
    conversation.push("customer_profile", json!({ "id": "C1" }));
    let (state, connection) = (conversation.extension.state().clone(), conversation.extension.connection().clone());
    let changes = conversation.extension_said.len();
    conversation.push("brand_new", json!({ "id": "C2", "theme": "dark", "session_id": "s1" }));
    assert_eq!(conversation.events(), ["customer_profile", "brand_new"]);
    assert_eq!(conversation.extension_said.len(), changes + 1, "no slice has changed, nothing is refused");
    assert_eq!((conversation.extension.state(), conversation.extension.connection()), (&state, &connection));
}

#[test]
fn the_same_profile_again_changes_nothing() {
    let mut conversation = Conversation::open();
    for _ in 0..3 {
        conversation.push("customer_profile", json!({ "id": "C1" }));
    }
    assert_eq!(conversation.changes_of(Slice::CustomerProfile), 1);
    assert_eq!(conversation.events().len(), 3);
}

#[test]
fn only_the_shown_profile_is_hidden() {
    let mut conversation = Conversation::open();
    conversation.push("customer_profile", json!({ "id": "C1" }));
    conversation.push("customer_profile_hidden", json!({ "id": "C2" }));
    assert_eq!(conversation.extension.state().customer_profile.shown().expect("a profile").id, "C1");
    assert_eq!(conversation.changes_of(Slice::CustomerProfile), 1);
    conversation.push("customer_profile_hidden", json!({ "id": "C1" }));
    let hidden = CustomerProfileState::Hidden { id: "C1".into() };
    assert_eq!(conversation.extension.state().customer_profile, hidden);
    conversation.push("customer_profile", json!({ "id": "C1" }));
    assert!(conversation.extension.state().customer_profile.shown().is_some());
}

#[test]
fn fault_16_a_customer_is_not_shown_after_somebody_left_who_may_have_been_the_one() {
    let mut conversation = Conversation::open();
    conversation.push("customer_profile_hidden", json!({}));
    assert_eq!(conversation.extension.state().customer_profile, CustomerProfileState::Waiting);
    conversation.push("customer_profile", json!({ "id": "C1" }));
    conversation.push("customer_profile_hidden", json!({ "id": [] }));
    let error = event_error(&conversation).error;
    assert_eq!(conversation.extension.state().customer_profile, CustomerProfileState::Unreadable(error));
    conversation.push("customer_profile", json!({ "id": "C1" }));
    assert!(conversation.extension.state().customer_profile.shown().is_some());
}

#[test]
fn an_event_is_read_only_under_its_own_name() {
    let theme = event("change_theme", json!({ "theme": "dark" }));
    assert_eq!(theme.read::<ChangeTheme>(), Some(Ok(ChangeTheme { theme: Theme::Dark })));
    assert_eq!(theme.read::<Authorize>(), None);
    let bad = event(ChangeTheme::NAME, json!({ "theme": 1 })).read::<ChangeTheme>().expect("of this name");
    assert_eq!(bad.expect_err("a bad theme").event, "change_theme");
}

#[test]
fn an_event_that_listeners_cannot_read_is_counted_once() {
    let mut conversation = Conversation::open();
    let error = |name: &str| {
        let error = decode::<Theme, _>(&json!(1)).expect_err("no theme");
        EventError { event: name.to_owned(), error }
    };
    conversation.extension.event_unread(error("shift_started"));
    conversation.carry();
    assert_eq!(event_error(&conversation), error("shift_started"));
    assert_eq!(last_refusal(&conversation).expect("a refusal").matches(HOST).count(), 1);
    // Another listener for the same event adds nothing.
    conversation.extension.event_unread(error("shift_started"));
    conversation.carry();
    assert_eq!(conversation.extension.connection().refused, 1);
    // An event that the machine refused is not refused again; an app's own decoding of a known name is separate.
    conversation.push("change_theme", json!({ "theme": 1 }));
    let refused = event_error(&conversation);
    conversation.extension.event_unread(refused);
    assert_eq!(conversation.extension.connection().refused, 2);
    conversation.extension.event_unread(error("customer_profile"));
    assert_eq!(conversation.extension.connection().refused, 3);
}
