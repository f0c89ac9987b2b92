//! What the host's end reads of commands: the simulator tells by it what a real host would ignore.

use livechat_protocol::{
    Decode, Encode, MessageBoxMessage, NotificationBadge, PlacementKind, Toast, decode,
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
    again::<NotificationBadge>(json!(7));
    let charge = Charge::recurrent("Team", 25.0, 12, 0).expect("a charge");
    let metadata = PaymentMetadata::new(url).expect("metadata").description("D").billing_cycle_picker(false);
    again::<PaymentIntent>(PaymentIntent::new(&charge, metadata).encode());
    again::<Charge>(charge.field("unknown", json!({ "kept": true })).encode());
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
    assert!(error::<Cards>(json!([{ "buttons": [button] }])).contains("`compact`, `tall` or `full`"));
    assert!(error::<MessageBoxMessage>(json!({ "type": "picture" })).contains("`message` or `rich_message`"));
    assert!(error::<Toast>(json!({ "content": "A", "kind": "warning" })).contains("`success` or `error`"));
    assert!(error::<NotificationBadge>(json!(-1)).contains("from 0 to 4294967295"));
}

#[test]
fn each_placement_has_the_commands_of_its_column() {
    use PlacementKind::{Details, Fullscreen, MessageBox, Settings};
    let table: [(&str, &[PlacementKind]); 18] = [
        ("plugin_inited", &[Details, MessageBox, Fullscreen, Settings]),
        ("plugin_loaded", &[Details]),
        ("put_message", &[Details]),
        ("watch_messages", &[Details]),
        ("customer_details_section", &[Details]),
        ("put_messagebox_message", &[MessageBox]),
        ("send_quick_replies", &[Details, MessageBox]),
        ("send_cards", &[Details, MessageBox]),
        ("set_fullscreen_widget_notification_badge", &[Fullscreen]),
        ("navigate_from_fullscreen_widget", &[Fullscreen]),
        ("set_reports_filters", &[Fullscreen]),
        ("redirect", &[Settings]),
        ("track", &[Details, MessageBox, Fullscreen, Settings]),
        ("set_toast", &[Details, MessageBox, Fullscreen, Settings]),
        ("open_chat_widget", &[Details, MessageBox, Fullscreen, Settings]),
        ("update_properties", &[Details, MessageBox, Fullscreen, Settings]),
        ("register_transaction_pending", &[Details, MessageBox, Fullscreen, Settings]),
        ("not_known_yet", &[Details, MessageBox, Fullscreen, Settings]),
    ];
    for (command, placements) in table {
        for placement in PlacementKind::ALL {
            assert_eq!(placement.has_command(command), placements.contains(&placement), "{command}, {placement:?}");
        }
    }
}
