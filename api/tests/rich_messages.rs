//! The framework's rich messages as the API accepts them.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use livechat_api::{Body, Call, Event, NewEvent, SendEvent, Servers};
use livechat_protocol::rich_message::{Button, Card, Cards, Image, QuickReplies, RichMessage, WebviewHeight};
use serde_json::{Value, json};

/// The event that is sent.
fn sent(message: impl Into<RichMessage>) -> Value {
    let request = SendEvent::new("C1", NewEvent::rich_message(message)).request(&Servers::default()).unwrap();
    let Body::Json(text) = request.body() else { panic!("{request:?}") };
    let mut body: Value = serde_json::from_str(text).unwrap();
    body["event"].take()
}

fn chair() -> Cards {
    let picture = Image::new("https://shop.example/chair.jpg")
        .unwrap()
        .with_name("chair.jpg")
        .with_content_type("image/jpeg")
        .with_size(1_234)
        .with_dimensions(640, 480);
    let chair = Card::new().with_title("Chair").with_subtitle("49.00 EUR").with_image(picture);
    let buttons = [
        Button::link("Open", "https://shop.example/chair").unwrap(),
        Button::webview("Pay", "https://shop.example/pay", WebviewHeight::Tall).unwrap().with_user_ids(["u1"]),
        Button::phone("Call", "+48123456789").unwrap().with_postback_id("call"),
    ];
    Cards::new([chair.with_buttons(buttons).unwrap(), Card::new().with_title("Without buttons")]).unwrap()
}

#[test]
fn cards_have_the_fields_of_the_api() {
    assert_eq!(
        sent(chair()),
        json!({
            "type": "rich_message",
            "template_id": "cards",
            "elements": [
                {
                    "title": "Chair",
                    "subtitle": "49.00 EUR",
                    "image": {
                        "url": "https://shop.example/chair.jpg",
                        "name": "chair.jpg",
                        "content_type": "image/jpeg",
                        "size": 1234,
                        "width": 640,
                        "height": 480,
                    },
                    "buttons": [
                        {
                            "text": "Open",
                            "type": "url",
                            "value": "https://shop.example/chair",
                            "postback_id": "https://shop.example/chair",
                            "user_ids": [],
                        },
                        {
                            "text": "Pay",
                            "type": "webview",
                            "value": "https://shop.example/pay",
                            "postback_id": "https://shop.example/pay",
                            "user_ids": ["u1"],
                            "webview_height": "tall",
                        },
                        {
                            "text": "Call",
                            "type": "phone",
                            "value": "+48123456789",
                            "postback_id": "call",
                            "user_ids": [],
                        },
                    ],
                },
                { "title": "Without buttons" },
            ],
        })
    );
}

#[test]
fn a_button_without_a_type_is_a_message_and_a_number_is_text() {
    let replies = QuickReplies::new("How many?", [Button::new("Two", 2).unwrap(), Button::new("More", 2).unwrap()]);
    let event = sent(replies.unwrap().with_subtitle("Of them").with_image(Image::new("https://a.example/b").unwrap()));
    assert_eq!(
        event,
        json!({
            "type": "rich_message",
            "template_id": "quick_replies",
            "elements": [{
                "title": "How many?",
                "subtitle": "Of them",
                "image": { "url": "https://a.example/b" },
                "buttons": [
                    { "text": "Two", "type": "message", "value": "2", "postback_id": "2", "user_ids": [] },
                    { "text": "More", "type": "message", "value": "2", "postback_id": "2-2", "user_ids": [] },
                ],
            }],
        })
    );
}

#[test]
fn what_was_sent_is_read_back_as_the_same_cards() {
    let mut event = sent(chair());
    event["id"] = json!("E1");
    event["visibility"] = json!("all");
    let Event::RichMessage(read) = serde_json::from_value(event).unwrap() else { panic!("no rich message") };
    assert_eq!(read.rich_message(), Some(RichMessage::Cards(chair())));
}
