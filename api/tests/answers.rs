//! Answers from LiveChat, and answers with more, fewer or different fields than this version knows.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::time::Duration;

use livechat_api::{
    Account, Agent, AgentRole, Call, Chat, Customer, Event, GetAccount, GetAgent, GetChat, GetCustomer, GetTokenInfo,
    GroupPriority, ListAgents, ListArchives, ListGroups, ListTags, MergeSessionFields, NoContent, RawCall, SendEvent,
    SessionFields, TagThread, Thread, TokenInfo, UntagThread, UpdateCustomer, Upload, UploadFile, User, Visibility,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

fn read<C: Call>(call: &C, body: &Value) -> C::Answer {
    match call.read(200, &body.to_string()) {
        Ok(answer) => answer,
        Err(error) => panic!("{error}"),
    }
}

/// A backend passes answers on to its frontend.
#[track_caller]
fn survives<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_value(value).unwrap();
    assert_eq!(&serde_json::from_value::<T>(json.clone()).unwrap(), value, "{json}");
}

fn customer() -> Value {
    json!({
        "id": "5f0c9f5e-0f62-4c5d-a1a5-6e8c1f9e2f11",
        "type": "customer",
        "name": "Mary Brown",
        "email": "mary@example.com",
        "avatar": "cdn.example.com/avatars/1.png",
        "phone_number": "+48123456789",
        "created_at": "2026-10-11T15:19:21.010200Z",
        "session_fields": [{ "plan": "free" }, { "seats": 3, "trial": true }, { "odd": { "a": 1 } }],
        "statistics": { "chats_count": 3, "threads_count": 9, "tickets_count": 12, "new_count": 1 },
        "visit": {
            "started_at": "2026-10-12T15:19:21.010200Z",
            "referrer": "https://search.example/",
            "geolocation": { "country": "Poland", "latitude": "51.1", "longitude": "17.03" },
            "last_pages": [{ "url": "https://shop.example/", "title": "Shop" }, { "title": "without a URL" }],
        },
        "chat_ids": ["C1"],
        "tickets": [{ "ticket_id": "t1" }],
        "address": { "city": "Wroclaw" },
        "__priv_anything": { "a": [1] },
    })
}

fn thread() -> Value {
    json!({
        "id": "T1",
        "active": true,
        "created_at": "2026-10-12T15:19:21.010200Z",
        "user_ids": ["5f0c9f5e-0f62-4c5d-a1a5-6e8c1f9e2f11", "smith@example.com"],
        "access": { "group_ids": [0, 7] },
        "tags": ["sales"],
        "properties": { "app": { "name": "value" } },
        "queue": { "position": 42, "wait_time": 1337, "queued_at": "2026-10-12T15:19:21.010200Z" },
        "queues_duration": 20,
        "previous_thread_id": "T0",
        "next_accessible_thread_id": "T2",
        "customer_visit": { "ip": "192.0.2.1" },
        "summary": { "status": "done", "text": "She bought a chair." },
        "events": events(),
    })
}

fn events() -> Value {
    json!([
        {
            "id": "E1", "type": "message", "visibility": "all", "created_at": "2026-10-12T15:19:21.010200Z",
            "author_id": "smith@example.com", "custom_id": "c1", "text": "Hello", "properties": { "a": { "b": 1 } },
            "postback": { "id": "yes", "thread_id": "T0", "event_id": "E0", "type": "message", "value": "yes" },
        },
        {
            "id": "E2", "type": "file", "visibility": "agents", "author_id": "smith@example.com",
            "url": "https://cdn.example/a.png", "name": "a.png", "content_type": "image/png", "size": 10, "width": 2,
            "height": 3, "thumbnail_url": "https://cdn.example/t.png", "alternative_text": "A chair",
        },
        {
            "id": "E3", "type": "rich_message", "visibility": "all", "template_id": "cards",
            "elements": [{ "title": "A", "buttons": [{ "text": "without type and value", "postback_id": "a" }] }],
        },
        {
            "id": "E4", "type": "filled_form", "visibility": "all", "form_id": "1", "form_type": "prechat",
            "fields": [
                { "id": "f1", "type": "name", "label": "Your name", "answer": "Mary" },
                { "id": "f2", "type": "radio", "label": "About", "answer": { "id": "0", "label": "Support" } },
                { "id": "f3", "type": "checkbox", "label": "Topics",
                  "answers": [{ "id": "0", "label": "Cars" }, { "id": "1", "label": "Bikes" }] },
                { "id": "f4", "type": "group_chooser", "label": "Team",
                  "answer": { "id": "2", "group_id": 7, "label": "Sales" } },
            ],
        },
        { "id": "E5", "type": "custom", "visibility": "all", "content": { "step": 2 } },
        {
            "id": "E6", "type": "system_message", "visibility": "all", "system_message_type": "routing.assigned",
            "text": "Assigned", "text_vars": { "agent": "Smith" },
        },
        {
            "id": "E7", "type": "system", "visibility": "agents", "source": "cdp", "subtype": "order_created",
            "version": 1, "details": "{\"order\":1}",
        },
        { "id": "E8", "type": "message", "visibility": "all", "author_id": "smith@example.com", "deleted": true },
        { "id": "E9", "type": "message", "visibility": "all", "text": "Oops", "deleted": true },
        { "id": "E10", "type": "custom", "visibility": "all", "deleted": true },
        { "id": "E11", "type": "annotation", "visibility": "all", "annotation_type": "rating", "author_id": "u1" },
        { "id": "E12", "type": "message", "visibility": "all" },
        "not even an object",
    ])
}

fn chat() -> Value {
    json!({
        "id": "C1",
        "thread": thread(),
        "users": [
            customer(),
            {
                "id": "smith@example.com", "type": "agent", "name": "Smith", "email": "smith@example.com",
                "present": true, "avatar": "https://example.com/a.jpg", "visibility": "all",
            },
            { "id": "bot-1", "type": "robot", "name": "Robot", "model": 7 },
        ],
        "properties": { "app": { "name": "value" } },
        "access": { "group_ids": [0] },
        "is_followed": true,
    })
}

#[test]
fn a_chat_with_its_thread_and_users() {
    let chat: Chat = read(&GetChat::new("C1"), &chat());
    assert_eq!((chat.id.as_str(), chat.is_followed), ("C1", true));
    assert_eq!(chat.access.as_ref().unwrap().group_ids, [0]);
    assert_eq!(chat.properties.as_ref().unwrap()["app"]["name"], "value");
    let [User::Customer(customer), User::Agent(agent), User::Other(robot)] = &chat.users[..] else {
        panic!("{:?}", chat.users)
    };
    assert_eq!(customer.name.as_deref(), Some("Mary Brown"));
    assert_eq!(agent.avatar_url().unwrap().as_str(), "https://example.com/a.jpg");
    assert_eq!(robot["model"], 7);
    assert_eq!(chat.user("bot-1").and_then(User::name), Some("Robot"));
    survives(&chat);

    let thread = chat.thread.unwrap();
    assert_eq!((thread.id.as_str(), thread.active, thread.queues_duration), ("T1", true, Some(20)));
    assert_eq!(thread.tags, ["sales"]);
    assert_eq!(thread.queue.unwrap().wait_time, Some(1337));
    assert_eq!(thread.previous_thread_id.as_deref(), Some("T0"));
    assert_eq!(thread.customer_visit.unwrap().ip.as_deref(), Some("192.0.2.1"));
    assert_eq!(thread.summary.unwrap().text.as_deref(), Some("She bought a chair."));
}

#[test]
fn events_of_every_type_and_of_unknown_ones() {
    let thread: Thread = serde_json::from_value(thread()).unwrap();
    let [
        message,
        file,
        rich,
        form,
        custom,
        system_message,
        system,
        withheld,
        deleted,
        deleted_custom,
        rating,
        empty,
        text,
    ] = &thread.events[..]
    else {
        panic!("{:?}", thread.events)
    };
    let Event::Message(hello) = message else { panic!("{message:?}") };
    assert_eq!((hello.text.as_str(), hello.head.custom_id.as_deref()), ("Hello", Some("c1")));
    assert_eq!(hello.postback.as_ref().unwrap().event_id.as_deref(), Some("E0"));
    assert_eq!((message.id(), message.author_id()), (Some("E1"), Some("smith@example.com")));
    let Event::File(file) = file else { panic!("{file:?}") };
    assert_eq!((file.size, file.width, file.height), (Some(10), Some(2), Some(3)));
    assert_eq!(file.head.visibility, Visibility::Agents);
    let Event::RichMessage(rich) = rich else { panic!("{rich:?}") };
    assert_eq!(rich.elements.as_ref().unwrap()[0]["title"], "A");
    assert_eq!(rich.rich_message(), None, "a button without a value is no button of ours");
    let Event::FilledForm(form) = form else { panic!("{form:?}") };
    let answers: Vec<String> = form.fields.iter().map(|field| field.texts().collect::<Vec<_>>().join("+")).collect();
    assert_eq!(answers, ["Mary", "Support", "Cars+Bikes", "Sales"]);
    let Event::Custom(custom) = custom else { panic!("{custom:?}") };
    assert_eq!(custom.content, Some(json!({ "step": 2 })));
    assert_eq!((system_message.text(), system_message.author_id()), (Some("Assigned"), None));
    let Event::System(system) = system else { panic!("{system:?}") };
    assert_eq!(system.details.as_deref(), Some("{\"order\":1}"));
    let Event::Deleted(withheld) = withheld else { panic!("{withheld:?}") };
    assert_eq!((withheld.kind.as_str(), withheld.head.id.as_str()), ("message", "E8"));
    assert_eq!((deleted.text(), deleted.head().unwrap().deleted), (Some("Oops"), true));
    assert!(matches!(deleted_custom, Event::Deleted(_)), "{deleted_custom:?}");
    let Event::Other(raw) = rating else { panic!("{rating:?}") };
    assert_eq!(raw["annotation_type"], "rating");
    assert_eq!((rating.id(), rating.author_id(), rating.head()), (Some("E11"), Some("u1"), None));
    assert!(matches!(empty, Event::Other(raw) if raw["id"] == "E12"), "{empty:?}");
    assert_eq!(text, &Event::Other(json!("not even an object")));
    for event in &thread.events {
        survives(event);
    }
}

#[test]
fn a_customer() {
    let customer: Customer = read(&GetCustomer::new("u1"), &customer());
    assert_eq!(customer.avatar_url().unwrap().as_str(), "https://cdn.example.com/avatars/1.png");
    let fields: Vec<_> = customer.session_fields.iter().collect();
    assert_eq!(fields, [("plan", "free"), ("seats", "3"), ("trial", "true")]);
    assert_eq!(customer.statistics.as_ref().unwrap().tickets_count, Some(12));
    let visit = customer.visit.as_ref().unwrap();
    assert_eq!(visit.geolocation.as_ref().unwrap().coordinates(), Some((51.1, 17.03)));
    assert_eq!(visit.last_pages.len(), 1);
    assert_eq!(customer.chat_ids, ["C1"]);
    assert_eq!(customer.tickets.as_ref().unwrap()[0]["ticket_id"], "t1");
    survives(&customer);
    let older = read(&GetCustomer::new("u1"), &json!({ "id": "u1", "last_visit": { "ip": "192.0.2.7" } }));
    assert_eq!(older.visit.unwrap().ip.as_deref(), Some("192.0.2.7"));
}

#[test]
fn optional_fields_may_be_missing_null_or_of_another_type() {
    for customer in [
        json!({ "id": "u1" }),
        json!({ "id": "u1", "name": null, "email": null, "visit": null, "session_fields": null, "chat_ids": null }),
        json!({ "id": "u1", "name": [], "email": {}, "visit": 7, "session_fields": "a", "chat_ids": 1, "address": [] }),
    ] {
        let mut bare = Customer::default();
        bare.id = "u1".into();
        assert_eq!(read(&GetCustomer::new("u1"), &customer), bare, "{customer}");
    }
    let chat = read(&GetChat::new("C1"), &json!({ "id": "C1" }));
    assert!(chat.thread.is_none() && chat.users.is_empty() && !chat.is_followed);
}

#[test]
fn a_restricted_thread_says_why_it_has_no_events() {
    let thread = json!({ "id": "T1", "active": false, "restricted_access": "older than 60 days" });
    let chat = read(&GetChat::new("C1"), &json!({ "id": "C1", "thread": thread }));
    let thread = chat.thread.unwrap();
    assert_eq!((thread.events.len(), thread.restricted_access.as_deref()), (0, Some("older than 60 days")));
}

#[test]
fn the_thread_of_the_documentation_s_own_sample_is_read() {
    let chat = read(&GetChat::new("C1"), &json!({ "id": "C1", "threads": [{ "id": "T1", "active": true }] }));
    assert_eq!(chat.thread.unwrap().id, "T1");
}

#[test]
fn archives() {
    let page = json!({ "chats": [chat(), chat()], "found_chats": 42, "next_page_id": "n", "previous_page_id": "p" });
    let page = read(&ListArchives::new(), &page);
    assert_eq!((page.chats.len(), page.found_chats), (2, Some(42)));
    assert_eq!((page.next_page_id.as_deref(), page.previous_page_id.as_deref()), (Some("n"), Some("p")));
    survives(&page);
    let last = read(&ListArchives::new(), &json!({ "chats": [], "next_page_id": "" }));
    assert_eq!((last.next_page_id, last.found_chats), (None, None));
}

#[test]
fn a_full_page_of_long_threads_is_read_whole() {
    let events: Vec<Value> =
        (0..200).map(|id| json!({ "id": id.to_string(), "type": "message", "text": "x".repeat(300) })).collect();
    let chats = vec![json!({ "id": "C1", "thread": { "id": "T1", "events": events } }); 100];
    let page = read(&ListArchives::new(), &json!({ "chats": chats }));
    let messages = page.chats.iter().flat_map(|chat| &chat.thread.as_ref().unwrap().events);
    assert_eq!(messages.filter(|event| event.text().is_some()).count(), 20_000);
}

#[test]
fn agents_by_either_name_of_their_avatar() {
    let agents: Vec<Agent> = read(
        &ListAgents::new(),
        &json!([
            {
                "id": "smith@example.com", "account_id": "a1", "name": "Smith", "role": "owner",
                "login_status": "accepting chats", "avatar_path": "cdn.example.com/1.png", "max_chats_count": 5,
                "groups": [{ "id": 7, "priority": "supervisor" }, { "id": 8, "priority": "sometimes" }],
                "last_logout": "2026-08-23T14:31:21.000000Z", "summaries": ["daily_summary"],
            },
            { "id": "jones@example.com", "role": "captain", "login_status": "not accepting chats" },
        ]),
    );
    assert_eq!(agents[0].avatar_url().unwrap().as_str(), "https://cdn.example.com/1.png");
    assert_eq!((agents[0].role.clone(), agents[0].is_accepting_chats()), (Some(AgentRole::Owner), true));
    assert_eq!(agents[0].groups[0].priority, Some(GroupPriority::Supervisor));
    assert_eq!(agents[0].groups[1].priority, Some(GroupPriority::Other("sometimes".into())));
    assert_eq!(agents[1].role, Some(AgentRole::Other("captain".into())));
    assert!(!agents[1].is_accepting_chats());
    agents.iter().for_each(survives);
    let agent = read(&GetAgent::new("a"), &json!({ "id": "a", "avatar": "https://example.com/a.jpg" }));
    assert_eq!(agent.avatar.as_deref(), Some("https://example.com/a.jpg"));
}

#[test]
fn tags_and_groups_are_bare_lists() {
    let tags = read(
        &ListTags::new(),
        &json!([
            { "name": "sales", "group_ids": [0, 7], "author_id": "", "created_at": "2026-11-13T15:37:36.000000+01:00" },
            { "name": "spam", "group_ids": [], "author_id": "smith@example.com" },
        ]),
    );
    assert_eq!((tags[0].group_ids.as_slice(), tags[0].author_id.as_deref()), (&[0, 7][..], None));
    assert_eq!(tags[1].author_id.as_deref(), Some("smith@example.com"));
    tags.iter().for_each(survives);
    let groups = read(
        &ListGroups::new(),
        &json!([
            { "id": 0, "name": "General", "language_code": "en", "routing_status": "offline" },
            { "id": 7, "name": "Sales", "agent_priorities": { "smith@example.com": "first" } },
        ]),
    );
    assert_eq!((groups[0].id, groups[0].routing_status.as_deref()), (0, Some("offline")));
    assert_eq!(groups[1].agent_priorities["smith@example.com"], GroupPriority::First);
    groups.iter().for_each(survives);
}

#[test]
fn a_call_without_content_takes_an_empty_body_and_an_empty_object() {
    for body in ["", " \r\n", "{}", "null", r#"{"unknown":1}"#] {
        assert_eq!(TagThread::new("C1", "T1", "a").read(200, body), Ok(NoContent), "{body:?}");
        assert_eq!(UntagThread::new("C1", "T1", "a").read(202, body), Ok(NoContent), "{body:?}");
        assert_eq!(UpdateCustomer::new("u1").read(204, body), Ok(NoContent), "{body:?}");
    }
    assert_eq!(RawCall::new("deactivate_chat", json!({})).read(200, ""), Ok(json!({})));
}

#[test]
fn what_was_sent_and_uploaded() {
    assert_eq!(read(&SendEvent::message("C1", "Hi"), &json!({ "event_id": "E1" })).event_id, "E1");
    let upload = UploadFile::new(Upload::new("a", "b", *b"c"));
    let file = read(&upload, &json!({ "url": "https://cdn.example/a" }));
    assert_eq!(file.url, "https://cdn.example/a");
    survives(&file);
}

#[test]
fn a_raw_answer_is_everything_exactly() {
    let body = r#"{"id":9007199254740993,"deep":[{"a":null}],"text":"é"}"#;
    let answer = RawCall::new("list_chats", json!({})).read(200, body).unwrap();
    assert_eq!(answer, json!({ "id": 9_007_199_254_740_993_u64, "deep": [{ "a": null }], "text": "é" }));
}

#[test]
fn a_browser_s_own_parser_gives_the_same_answer() {
    let body = chat().to_string();
    let parsed = GetChat::new("C1").read_by(200, &body, |text| serde_json::from_str::<Value>(text).ok());
    assert_eq!(parsed, GetChat::new("C1").read(200, &body));
    let raw = RawCall::new("get_chat", json!({}));
    assert_eq!(raw.read_by(200, &body, |text| serde_json::from_str::<Value>(text).ok()), raw.read(200, &body));
    let empty = TagThread::new("C1", "T1", "a").read_by(200, "", |_| -> Option<Value> { panic!("nothing to parse") });
    assert_eq!(empty, Ok(NoContent));
}

#[test]
fn a_token_has_an_owner_an_app_and_scopes() {
    let body = json!({
        "access_token": "dal:secret", "refresh_token": "dal-secret", "account_id": "a1", "organization_id": "o1",
        "client_id": "my-app", "expires_in": 28799, "scope": "chats--access:rw,customers:ro", "token_type": "Bearer",
    });
    let info: TokenInfo = read(&GetTokenInfo, &body);
    assert_eq!((info.client_id.as_deref(), info.organization_id.as_deref()), (Some("my-app"), Some("o1")));
    assert_eq!(info.scopes, ["chats--access:rw", "customers:ro"]);
    assert_eq!(info.expires_in, Some(Duration::from_secs(28_799)));
    assert!(!format!("{info:?}").contains("secret"));
    survives(&info);
    for scope in ["chats--access:rw", "chats--access:ro", "chats--my:ro", "customers:ro"] {
        assert!(info.grants(scope), "{scope}");
    }
    for scope in ["chats--all:ro", "chats--groups:ro", "customers:rw", "agents--my:ro", "chats", ""] {
        assert!(!info.grants(scope), "{scope}");
    }
    for (scope, scopes) in [
        (json!({ "scopes": "a:ro,b:ro" }), vec!["a:ro", "b:ro"]),
        (json!({ "scope": ["a:ro"] }), vec!["a:ro"]),
        (json!({ "scope": null, "expires_in": null }), vec![]),
        (json!({ "scope": "", "expires_in": -5 }), vec![]),
    ] {
        let mut body = scope.clone();
        body["account_id"] = json!("a1");
        let info = read(&GetTokenInfo, &body);
        assert_eq!((info.scopes, info.expires_in), (scopes.iter().map(ToString::to_string).collect(), None), "{scope}");
    }
}

#[test]
fn the_person_who_signed_in() {
    let account: Account = read(
        &GetAccount,
        &json!({
            "account_id": "a1", "name": "Smith", "email": "smith@example.com", "email_verified": true,
            "avatar_url": "https://example.com/a.png", "time_zone": "Europe/Warsaw", "roles": [{ "role": "owner" }],
            "created_at": "2026-08-23T14:31:21Z", "properties": {},
        }),
    );
    assert_eq!(account.email.as_deref(), Some("smith@example.com"));
    assert_eq!(account.avatar_url().unwrap().as_str(), "https://example.com/a.png");
    survives(&account);
}

#[test]
fn session_fields_are_merged_and_not_replaced() {
    let fields = json!([{ "cart": "3" }, { "plan": "free" }, { "plan": "again" }, { "trial": "yes" }]);
    let customer = read(&GetCustomer::new("u1"), &json!({ "id": "u1", "session_fields": fields }));
    let merge = MergeSessionFields::new("u1").set("plan", "pro").remove("trial").set("new", "1");
    let merged: Vec<_> = merge.merged(&customer).iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    assert_eq!(merged, [("cart", "3"), ("plan", "pro"), ("new", "1")].map(|(a, b)| (a.to_owned(), b.to_owned())));
    let expected = UpdateCustomer::new("u1").with_session_fields(merge.merged(&customer));
    assert_eq!(merge.read(), GetCustomer::new("u1"));
    assert_eq!(merge.write(&customer), Some(expected));
    let same = MergeSessionFields::new("u1").set("cart", "3").remove("nothing");
    assert_eq!(same.write(&customer), None, "a call that changes nothing would be billed");
    survives(&customer.session_fields);
    assert_eq!(SessionFields::from_iter([("a", "1"), ("a", "2")]).get("a"), Some("2"));
}
