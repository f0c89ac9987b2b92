//! How the host's end decodes commands: the simulator uses it to report what a real host would ignore.

use livechat_protocol::{
    AppProperties, CommandName, Decode, Encode, MessageBoxMessage, NotificationBadge, Pathname, PluginInited,
    PutMessage, RedirectTarget, RegisterTransactionFailure, RegisterTransactionPending, RegisterTransactionSuccess,
    ReportsFilters, Toast, TrackedEvent, decode,
    payment::{Charge, PaymentIntent, PaymentMetadata},
    rich_message::{Cards, QuickReplies},
    section::Section,
};
use serde_json::{Value, json};

fn error<T: Decode>(data: Value) -> String {
    decode::<T, Value>(&data).err().map(|error| error.to_string()).unwrap_or_default()
}

fn again<T: Decode + Encode>(data: Value) {
    let read = decode::<T, Value>(&data).unwrap_or_else(|error| panic!("{data}: {error}"));
    assert_eq!(read.encode::<Value>(), data);
}

#[test]
fn what_an_extension_sends_reads_as_what_it_was() {
    let url = "https://shop.example/a.png";
    again::<Section>(json!({ "title": "Orders", "imgUrl": url, "openApp": true, "components": [
        { "type": "button", "data": { "label": "Open", "id": "open", "openApp": true, "primary": true, "secondary": false } },
        { "type": "label_value", "data": { "label": "Total", "value": "3", "iconUrl": url, "url": url } },
        { "type": "line" },
        { "type": "link", "data": { "url": url, "value": "Shop", "inline": true } },
        { "type": "title", "data": { "title": "A", "value": "9", "description": "D", "imgUrl": url, "imgSize": "small",
            "link": url, "id": "one", "clickable": true, "openApp": false } },
        { "type": "customer" },
        { "type": "tags", "data": { "tags": ["late"], "label": "State" } },
    ] }));
    let image = json!({ "url": url, "name": "a", "content_type": "image/png", "size": 1, "width": 2, "height": 3 });
    let button = json!({ "text": "T", "type": "webview", "value": url, "postback_id": "p", "user_ids": ["u"],
        "webview_height": "full" });
    let card = json!({ "title": "T", "subtitle": "S", "image": image, "buttons": [button] });
    again::<Cards>(json!([card, {}]));
    let reply = json!({ "text": "T", "value": 7, "postback_id": "p", "user_ids": [] });
    again::<QuickReplies>(json!({ "title": "T", "buttons": [reply] }));
    for template in ["cards", "quick_replies"] {
        let payload = json!({ "template_id": template, "elements": [card] });
        again::<MessageBoxMessage>(json!({ "type": "rich_message", "payload": payload }));
    }
    again::<MessageBoxMessage>(json!({ "type": "message", "value": "Hi" }));
    again::<Toast>(json!({ "content": "Done", "kind": "error" }));
    again::<Option<NotificationBadge>>(json!(7));
    again::<Option<NotificationBadge>>(Value::Null);
    again::<PluginInited>(Value::Null);
    again::<PutMessage>(json!("Hi"));
    again::<Pathname>(json!("/reports?range=week"));
    again::<RedirectTarget>(json!("https://shop.example/connect"));
    again::<TrackedEvent>(json!({ "event_name": "opened", "event_properties": { "length": 32 } }));
    again::<AppProperties>(json!({ "onboarded": true, "plan": "team", "error_code": null, "seats": 12 }));
    again::<ReportsFilters>(json!({ "range": "week", "agents": ["ann", "bob"], "count": 7, "groups": [1, 2] }));
    let charge = Charge::recurrent("Team", 25.0, 12, 0).expect("a charge");
    let metadata = PaymentMetadata::new(url).expect("metadata").with_description("D").with_billing_cycle_picker(false);
    again::<PaymentIntent>(PaymentIntent::new(&charge, metadata.clone()).encode());
    again::<RegisterTransactionPending>(RegisterTransactionPending::new(&charge, metadata).encode());
    again::<RegisterTransactionSuccess>(RegisterTransactionSuccess::new(charge.clone()).encode());
    again::<RegisterTransactionFailure>(json!({ "error": { "message": "no such charge" } }));
    again::<Charge>(charge.with_field("unknown", json!({ "kept": true })).encode());
}

#[test]
fn sdks_up_to_1_6_3_call_text_text() {
    let message: MessageBoxMessage = decode(&json!({ "type": "text", "value": "Hi" })).expect("readable");
    assert_eq!(message, MessageBoxMessage::Text("Hi".to_owned()));
}

#[test]
fn buttons_are_read_without_the_fields_that_the_sdk_calls_optional() {
    let replies: QuickReplies =
        decode(&json!({ "title": "T", "buttons": [{ "text": "T", "value": 7 }] })).expect("readable");
    let button = json!({ "text": "T", "value": 7, "postback_id": "7", "user_ids": [] });
    assert_eq!(replies.encode::<Value>(), json!({ "title": "T", "buttons": [button] }));
}

#[test]
fn what_a_host_would_ignore_is_named() {
    assert_eq!(error::<Section>(json!({ "components": [{ "type": "line" }] })), "title is nothing, expected text");
    assert!(
        error::<Section>(json!({ "title": "", "components": [{ "type": "line" }] })).contains("a section with a title")
    );
    assert!(error::<Section>(json!({ "title": "A", "components": [] })).contains("a section with a title"));
    assert!(
        error::<Section>(json!({ "title": "A", "components": [{ "type": "map" }] })).starts_with("components[0].type")
    );
    let button = json!({ "type": "button", "data": { "id": "open" } });
    assert_eq!(
        error::<Section>(json!({ "title": "A", "components": [button] })),
        "components[0].data.label is nothing, expected text"
    );
    let link = json!({ "type": "link", "data": { "url": "javascript:alert(1)" } });
    assert!(error::<Section>(json!({ "title": "A", "components": [link] })).starts_with("components[0].data.url"));
    assert!(error::<Cards>(json!([])).contains("from 1 to 10 elements"));
    assert!(error::<Cards>(json!([{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}])).contains("from 1 to 10 elements"));
    let button = json!({ "text": "T", "type": "webview", "value": "https://shop.example", "webview_height": "high" });
    assert!(error::<Cards>(json!([{ "buttons": [button] }])).contains("`compact` or `tall` or `full`"));
    assert!(error::<MessageBoxMessage>(json!({ "type": "picture" })).contains("`message` or `rich_message`"));
    assert!(error::<Toast>(json!({ "content": "A", "kind": "warning" })).contains("`success` or `error`"));
    assert!(error::<NotificationBadge>(json!(-1)).contains("from 0 to 4294967295"));
    assert!(error::<Pathname>(json!("//evil.example")).contains("a path that begins with one `/`"));
    assert!(error::<RedirectTarget>(json!("javascript:alert(1)")).contains("an `https:` or `http:` URL"));
    assert!(error::<TrackedEvent>(json!({ "event_name": "" })).starts_with("event_name is text"));
    assert!(error::<TrackedEvent>(json!({ "event_name": "a", "event_properties": 7 })).contains("an object"));
    assert!(error::<AppProperties>(json!({ "plan": ["team"] })).starts_with("plan is a list"));
    assert!(error::<ReportsFilters>(json!({ "range": { "from": 1 } })).starts_with("range is an object"));
}

#[test]
fn the_name_of_each_command_is_its_own() {
    for name in CommandName::ALL {
        assert_eq!(name.as_str().parse(), Ok(*name));
        assert!(!name.placements().is_empty(), "{name:?}");
    }
    assert!("not_known_yet".parse::<CommandName>().is_err());
}
