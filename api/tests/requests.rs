//! The request of each call, byte by byte, according to the tables in the vendor's documentation.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use livechat_api::{
    AccessToken, Address, AgentField, Body, Call, GetAccount, GetAgent, GetChat, GetCustomer, GetTokenInfo, ListAgents,
    ListArchives, ListGroups, ListTags, Match, Method, NewEvent, RawCall, SendEvent, Servers, SessionFields, SortOrder,
    TagThread, UntagThread, UpdateCustomer, Upload, UploadFile, Visibility,
};
use serde_json::json;

const AGENT: &str = "https://api.livechatinc.com/v3.6/agent/action/";
const CONFIGURATION: &str = "https://api.livechatinc.com/v3.6/configuration/action/";

/// The URL and the JSON text of a call.
fn posted(call: &impl Call) -> (String, String) {
    let request = call.request(&Servers::default()).unwrap();
    assert_eq!(request.method(), Method::Post);
    match request.body() {
        Body::Json(text) => (request.url().to_owned(), text.clone()),
        other => panic!("{other:?}"),
    }
}

fn refused(call: &impl Call) -> String {
    call.request(&Servers::default()).unwrap_err().to_string()
}

#[track_caller]
fn agent(action: &str, call: &impl Call, body: &str) {
    assert_eq!(posted(call), (format!("{AGENT}{action}"), body.to_owned()));
}

#[track_caller]
fn configuration(action: &str, call: &impl Call, body: &str) {
    assert_eq!(posted(call), (format!("{CONFIGURATION}{action}"), body.to_owned()));
}

#[track_caller]
fn event(event: NewEvent, json: &str) {
    agent("send_event", &SendEvent::new("C1", event), &format!(r#"{{"chat_id":"C1","event":{json}}}"#));
}

#[test]
fn events_of_every_type_that_can_be_sent() {
    agent(
        "send_event",
        &SendEvent::message("C1", "Hi \"you\"\n\u{1}😁"),
        "{\"chat_id\":\"C1\",\"event\":{\"type\":\"message\",\"text\":\"Hi \\\"you\\\"\\n\\u0001😁\"}}",
    );
    event(
        NewEvent::message("A note").for_agents().with_custom_id("n1").with_properties(json!({ "app": { "n": 1.5 } })),
        r#"{"type":"message","text":"A note","custom_id":"n1","visibility":"agents","properties":{"app":{"n":1.5}}}"#,
    );
    event(
        NewEvent::message("To all").for_agents().with_visibility(Visibility::All),
        r#"{"type":"message","text":"To all","visibility":"all"}"#,
    );
    event(NewEvent::file("https://cdn.example/a.pdf"), r#"{"type":"file","url":"https://cdn.example/a.pdf"}"#);
    event(
        NewEvent::picture("https://cdn.example/a.png", "A chair"),
        r#"{"type":"file","url":"https://cdn.example/a.png","alternative_text":"A chair"}"#,
    );
    event(NewEvent::custom(json!({ "step": 2 })), r#"{"type":"custom","content":{"step":2}}"#);
    event(
        NewEvent::system_message("order.paid", "The order is paid"),
        r#"{"type":"system_message","system_message_type":"order.paid","text":"The order is paid"}"#,
    );
}

#[test]
fn what_livechat_would_refuse_is_not_sent() {
    let text = |length: usize| SendEvent::message("C1", "é".repeat(length / 2));
    assert!(text(16 * 1024).request(&Servers::default()).is_ok());
    for (problem, message) in [
        ("`chat_id` is empty: it needs text", refused(&SendEvent::message(" ", "Hi"))),
        ("`event.text` is empty: it needs text", refused(&SendEvent::message("C1", " \n"))),
        ("`event.text` is longer than 16 KB: split it into several messages", refused(&text(16 * 1024 + 2))),
        ("`event.content` has to be a JSON object", refused(&SendEvent::new("C1", NewEvent::custom(json!([1]))))),
        (
            "`event.system_message_type` is empty: it needs text",
            refused(&SendEvent::new("C1", NewEvent::system_message("", "Hi"))),
        ),
        (
            "`event.properties` cannot be set on a system message",
            refused(&SendEvent::new("C1", NewEvent::system_message("a", "b").with_properties(json!({})))),
        ),
        ("`chat_id` is empty: it needs text", refused(&GetChat::new(""))),
        ("`id` is empty: it needs text", refused(&GetCustomer::new(""))),
        ("`id` is empty: it needs text", refused(&GetAgent::new(""))),
        ("`id` is empty: it needs text", refused(&UpdateCustomer::new("").with_name("A"))),
        ("`update_customer` changes nothing: set at least one field", refused(&UpdateCustomer::new("u1"))),
        ("`thread_id` is empty: it needs text", refused(&TagThread::new("C1", "", "sales"))),
        ("`tag` is empty: it needs text", refused(&UntagThread::new("C1", "T1", ""))),
        ("`limit` has to be from 1 to 100", refused(&ListArchives::new().with_limit(0))),
        ("`limit` has to be from 1 to 100", refused(&ListArchives::new().with_limit(101))),
        (
            "`filters.thread_ids` has more than 20 items: ask for fewer at once",
            refused(&ListArchives::new().with_threads(vec!["T"; 21])),
        ),
        (
            "`filters.thread_ids` takes no other filter beside it: remove one of them",
            refused(&ListArchives::new().with_threads(["T1"]).with_query("chair")),
        ),
        (
            "`filters.chat_ids` has more than 1000 items: ask for fewer at once",
            refused(&ListArchives::new().with_chats(vec!["C"; 1001])),
        ),
        (
            "`filters.group_ids` has more than 200 items: ask for fewer at once",
            refused(&ListArchives::new().with_groups(0..201)),
        ),
        (
            "`file` is larger than 10 MB: send a smaller one",
            refused(&UploadFile::new(Upload::new("a", "", vec![0; 10 * 1024 * 1024 + 1]))),
        ),
        ("`file.name` is empty: it needs text", refused(&UploadFile::new(Upload::new("", "", *b"a")))),
        (
            "`name` has to be the name of an action, such as `transfer_chat`",
            refused(&RawCall::new("../../v2/token", json!({}))),
        ),
        ("`name` has to be the name of an action, such as `transfer_chat`", refused(&RawCall::new("", json!({})))),
    ] {
        assert_eq!(message, problem);
    }
}

#[test]
fn chats() {
    agent("get_chat", &GetChat::new("C1"), r#"{"chat_id":"C1"}"#);
    agent("get_chat", &GetChat::new("C1").with_thread("T1"), r#"{"chat_id":"C1","thread_id":"T1"}"#);
    let tagged = r#"{"chat_id":"C1","thread_id":"T1","tag":"Sales"}"#;
    agent("tag_thread", &TagThread::new("C1", "T1", "Sales"), tagged);
    agent("untag_thread", &UntagThread::new("C1", "T1", "Sales"), tagged);
}

#[test]
fn archives() {
    agent("list_archives", &ListArchives::new(), "{}");
    let call = ListArchives::new()
        .with_customer("u1")
        .with_customer_email("mary@example.com")
        .with_query("red \"chair\"")
        .with_query("chair")
        .with_from("2026-11-01T00:00:00.000000+00:00")
        .with_to("2026-11-02T00:00:00.000000+00:00")
        .with_agents(Match::Exists(false))
        .with_tags(Match::all_of(["a", "b"]))
        .with_event_types(Match::none_of(["file"]))
        .with_filter("customer_countries", json!({ "values": ["PL"] }))
        .with_chats(["C1"])
        .with_groups([0, 7])
        .with_limit(100)
        .with_sort_order(SortOrder::OldestFirst);
    let filters = r#"{"customer_id":"u1","customer_email":"mary@example.com","query":"chair","from":"2026-11-01T00:00:00.000000+00:00","to":"2026-11-02T00:00:00.000000+00:00","agents":{"exists":false},"tags":{"values":["a","b"],"require_every_value":true},"event_types":{"exclude_values":["file"]},"customer_countries":{"values":["PL"]},"chat_ids":["C1"],"group_ids":[0,7]}"#;
    agent("list_archives", &call, &format!(r#"{{"filters":{filters},"limit":100,"sort_order":"asc"}}"#));
    agent(
        "list_archives",
        &ListArchives::new().with_threads(["T1", "T2"]).with_sort_order(SortOrder::NewestFirst),
        r#"{"filters":{"thread_ids":["T1","T2"]},"sort_order":"desc"}"#,
    );
    let any = ListArchives::new().with_tags(Match::any_of(["a"]));
    agent("list_archives", &any, r#"{"filters":{"tags":{"values":["a"]}}}"#);
}

#[test]
fn customers() {
    agent("get_customer", &GetCustomer::new("u1"), r#"{"id":"u1"}"#);
    let address = Address { city: Some("Wrocław".into()), postal_code: Some("50-001".into()), ..Address::default() };
    let call = UpdateCustomer::new("u1")
        .with_name("Mary")
        .with_email("mary@example.com")
        .with_avatar("https://example.com/m.png")
        .with_phone_number("+48123456789")
        .with_session_fields(SessionFields::from_iter([("plan", "pro"), ("a\"b", "")]))
        .with_address(address);
    agent(
        "update_customer",
        &call,
        r#"{"id":"u1","name":"Mary","email":"mary@example.com","avatar":"https://example.com/m.png","phone_number":"+48123456789","session_fields":[{"plan":"pro"},{"a\"b":""}],"address":{"city":"Wrocław","postal_code":"50-001"}}"#,
    );
    // Removing all fields is a change.
    agent(
        "update_customer",
        &UpdateCustomer::new("u1").with_session_fields(SessionFields::new()),
        r#"{"id":"u1","session_fields":[]}"#,
    );
}

#[test]
fn the_team() {
    configuration("list_agents", &ListAgents::new(), "{}");
    configuration(
        "list_agents",
        &ListAgents::new().with_groups([0, 3]).with_suspended(false).with_fields([
            AgentField::Groups,
            AgentField::JobTitle,
            AgentField::MaxChatsCount,
        ]),
        r#"{"filters":{"group_ids":[0,3],"suspended":false},"fields":["groups","job_title","max_chats_count"]}"#,
    );
    configuration(
        "get_agent",
        &GetAgent::new("smith@example.com").with_fields([AgentField::LastLogout]),
        r#"{"id":"smith@example.com","fields":["last_logout"]}"#,
    );
    configuration("list_tags", &ListTags::new(), "{}");
    configuration("list_tags", &ListTags::new().with_groups([4]), r#"{"filters":{"group_ids":[4]}}"#);
    configuration("list_groups", &ListGroups::new(), "{}");
    configuration(
        "list_groups",
        &ListGroups::new().with_agent_priorities().with_routing_status().with_agent_priorities(),
        r#"{"fields":["agent_priorities","routing_status"]}"#,
    );
}

#[test]
fn any_other_action_goes_to_the_api_that_documents_it() {
    agent("transfer_chat", &RawCall::new("transfer_chat", json!({ "id": "C1" })), r#"{"id":"C1"}"#);
    agent("list_agents_for_transfer", &RawCall::new("list_agents_for_transfer", json!({})), "{}");
    configuration(
        "list_channels",
        &RawCall::from_text("list_channels", r#"{ "as": "written" }"#),
        r#"{ "as": "written" }"#,
    );
    agent("brand_new_action", &RawCall::new("agent/action/brand_new_action", json!({})), "{}");
    let (url, _) = posted(&RawCall::new("/reports/chats/ratings", json!({})));
    assert_eq!(url, "https://api.livechatinc.com/v3.6/reports/chats/ratings");
}

#[test]
fn what_accounts_knows_of_a_token_is_got_without_a_body() {
    let servers = Servers::default();
    for (request, url) in [
        (GetTokenInfo.request(&servers).unwrap(), "https://accounts.livechat.com/v2/info"),
        (GetAccount.request(&servers).unwrap(), "https://accounts.livechat.com/v2/accounts/me"),
    ] {
        assert_eq!((request.method().as_str(), request.url(), request.body()), ("GET", url, &Body::Empty));
        let request = request.with_token(&AccessToken::new("dal:x"));
        assert_eq!(request.headers(), [("Authorization", "Bearer dal:x".to_owned())]);
    }
}

#[test]
fn headers_are_there_where_they_apply() {
    let request = ListTags::new().request(&Servers::default()).unwrap();
    assert_eq!(request.headers(), [("Content-Type", "application/json".to_owned())]);
    let request = request.with_token(&AccessToken::new("fra:x")).with_region("fra");
    let json = "application/json".to_owned();
    assert_eq!(
        request.headers(),
        [("Authorization", "Bearer fra:x".to_owned()), ("Content-Type", json), ("X-Region", "fra".to_owned())]
    );
    let form = livechat_api::Request::post("https://a.example/", Body::form([("a", "b&c")]));
    assert_eq!(form.headers(), [("Content-Type", "application/x-www-form-urlencoded".to_owned())]);
}

#[test]
fn another_server_is_asked_where_one_is_named() {
    let fake = Servers::new("http://127.0.0.1:1/", "http://127.0.0.1:2");
    assert_eq!(GetChat::new("C1").request(&fake).unwrap().url(), "http://127.0.0.1:1/v3.6/agent/action/get_chat");
    assert_eq!(GetTokenInfo.request(&fake).unwrap().url(), "http://127.0.0.1:2/v2/info");
}

#[test]
fn a_file_is_one_field_of_a_multipart_body() {
    let request = UploadFile::new(Upload::new("a\"b\r\n.png", "image/png\r\nX: y", *b"\0\xff--livechat-api-00000000"))
        .request(&Servers::default())
        .unwrap();
    assert_eq!(request.url(), format!("{AGENT}upload_file"));
    // A browser adds its own, with its boundary.
    assert_eq!(request.headers(), []);
    let Body::File(upload) = request.body() else { panic!("{request:?}") };
    assert_eq!((upload.name(), upload.bytes().len()), ("a\"b\r\n.png", 25));
    let (content_type, body) = upload.to_multipart();
    assert_eq!(content_type, "multipart/form-data; boundary=livechat-api-00000001");
    let expected = [
        &b"--livechat-api-00000001\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b%0D%0A.png\"\r\n"
            [..],
        b"Content-Type: image/pngX: y\r\n\r\n",
        b"\0\xff--livechat-api-00000000",
        b"\r\n--livechat-api-00000001--\r\n",
    ];
    assert_eq!(body, expected.concat());
    let (_, body) = Upload::new("a", "", *b"").to_multipart();
    assert!(String::from_utf8(body).unwrap().contains("Content-Type: application/octet-stream\r\n"));
}

#[test]
fn a_file_full_of_boundaries_is_searched_once() {
    let file: Vec<u8> =
        (0..100_000).flat_map(|number| format!("--livechat-api-{number:08}\r\n").into_bytes()).collect();
    let (content_type, body) = Upload::new("a", "b", [&file[..], b"livechat-api-"].concat()).to_multipart();
    assert_eq!(content_type, "multipart/form-data; boundary=livechat-api-00100000");
    assert!(body.ends_with(b"livechat-api-\r\n--livechat-api-00100000--\r\n"));
}

#[test]
fn debug_shows_neither_the_token_nor_what_is_sent() {
    let token = AccessToken::new("dal:topsecret");
    let request = SendEvent::message("C1", "private words").request(&Servers::default()).unwrap().with_token(&token);
    let form = livechat_api::Request::post("https://a.example/", Body::form([("refresh_token", "topsecret")]));
    let file = UploadFile::new(Upload::new("a", "b", *b"topsecret"));
    let shown = format!(
        "{token:?} {token:#?} {request:?} {request:#?} {form:?} {:?} {file:?}",
        file.request(&Servers::default()).unwrap()
    );
    assert!(!shown.contains("topsecret") && !shown.contains("private words"), "{shown}");
    assert!(shown.contains(&format!("{AGENT}send_event")) && shown.contains("9 bytes"), "{shown}");
    assert_eq!(token.secret(), "dal:topsecret");
}

#[test]
fn the_region_of_a_token_is_what_is_before_the_first_colon() {
    for (token, region) in [("fra-a:x:y", Some("fra-a")), ("dal:x", Some("dal")), ("opaque", None), (":x", None)] {
        assert_eq!(AccessToken::new(token).region(), region, "{token}");
    }
}

#[test]
fn a_normal_agent_can_have_the_first_scope_of_every_call() {
    let scopes = [
        SendEvent::SCOPES,
        GetChat::SCOPES,
        ListArchives::SCOPES,
        GetCustomer::SCOPES,
        UpdateCustomer::SCOPES,
        ListAgents::SCOPES,
        GetAgent::SCOPES,
        ListTags::SCOPES,
        ListGroups::SCOPES,
        GetAccount::SCOPES,
    ];
    let first: Vec<&str> = scopes.iter().map(|scopes| scopes[0]).collect();
    assert_eq!(
        first,
        [
            "chats--access:rw",
            "chats--access:ro",
            "chats--access:ro",
            "customers:ro",
            "customers:rw",
            "agents--all:ro",
            "agents--my:ro",
            "tags--groups:ro",
            "groups--all:ro",
            "accounts--my:ro"
        ]
    );
    assert!(UploadFile::SCOPES.is_empty() && RawCall::SCOPES.is_empty() && GetTokenInfo::SCOPES.is_empty());
}
