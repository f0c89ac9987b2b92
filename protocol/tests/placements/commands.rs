//! Every command of the protocol's table as JSON, with optional fields absent and present.

use livechat_protocol::{
    AppProperties, Encode, InvalidArgument, MessageBoxMessage, NotificationBadge, OpenChatWidget, Pathname,
    PluginInited, PluginLoaded, PropertyValue, PutMessage, RawCommand, RedirectTarget, RegisterTransactionFailure,
    RegisterTransactionPending, RegisterTransactionSuccess, ReportsFilters, Toast, TrackedEvent, WatchMessages, decode,
    payment::{Charge, PaymentMetadata},
    rich_message::{Button, Card, Cards, Image, QuickReplies, RichMessage, WebviewHeight},
    section::{self, Component, ImageSize, Label, Link, Section, Tags, Title, initial_state},
};
use serde_json::{Value, json};

type Result = std::result::Result<(), InvalidArgument>;

#[track_caller]
fn sends(command: impl Into<RawCommand<Value>>, message: &str, data: Value) {
    let command = command.into();
    assert_eq!((&*command.message, command.data), (message, data));
}

#[test]
fn commands_without_data_send_null() {
    sends(&PluginInited, "plugin_inited", Value::Null);
    sends(&PluginLoaded, "plugin_loaded", Value::Null);
    sends(&WatchMessages, "watch_messages", Value::Null);
    sends(&OpenChatWidget, "open_chat_widget", Value::Null);
    sends(&None::<NotificationBadge>, "set_fullscreen_widget_notification_badge", Value::Null);
}

#[test]
fn commands_with_one_value_send_it() -> Result {
    sends(&PutMessage::new("Hi").unwrap(), "put_message", json!("Hi"));
    let badge = Some(NotificationBadge::new(0)?);
    sends(&badge, "set_fullscreen_widget_notification_badge", json!(0));
    let path = Pathname::new("/reports?range=week")?;
    sends(&path, "navigate_from_fullscreen_widget", json!("/reports?range=week"));
    let target = RedirectTarget::new("https://shop.example/")?;
    sends(&target, "redirect", json!("https://shop.example/"));
    Ok(())
}

#[test]
fn a_section_with_as_little_as_it_may_have() -> Result {
    let section = Section::new(
        "Orders",
        [
            section::Button::new("Open", "open")?.into(),
            Label::default().into(),
            Component::Line,
            Link::new("https://shop.example")?.into(),
            Title::new("A-1")?.into(),
            Component::Customer,
            Tags::default().into(),
        ],
    )?;
    let data = json!({ "title": "Orders", "components": [
        { "type": "button", "data": { "label": "Open", "id": "open" } },
        { "type": "label_value", "data": {} },
        { "type": "line" },
        { "type": "link", "data": { "url": "https://shop.example" } },
        { "type": "title", "data": { "title": "A-1" } },
        { "type": "customer" },
        { "type": "tags", "data": { "tags": [] } },
    ] });
    assert_eq!(initial_state([&section]), json!({ "customerDetailsSections": [data] }));
    sends(&section, "customer_details_section", data);
    Ok(())
}

#[test]
fn a_section_with_all_that_it_may_have() -> Result {
    let url = "https://shop.example/a.png";
    let section = Section::new(
        "Orders",
        [
            section::Button::new("Open", "open")?.with_open_app(true).with_primary(true).with_secondary(false).into(),
            Label::new("Total", "3").with_icon(url)?.with_url("mailto:a@example.com")?.into(),
            Link::new("http://shop.example")?.with_value("Shop").with_inline(true).into(),
            Title::new("A-1")?
                .with_value("9.00")
                .with_description("Chair")
                .with_image(url)?
                .with_image_size(ImageSize::Big)
                .with_link("https://shop.example/1")?
                .with_id("one")?
                .with_clickable(true)
                .with_open_app(false)
                .into(),
            Tags::new(["late", "vip"]).with_label("State").into(),
        ],
    )?
    .with_image(url)?
    .with_open_app(true);
    let data = json!({ "title": "Orders", "imgUrl": url, "openApp": true, "components": [
        { "type": "button", "data": {
            "label": "Open", "id": "open", "openApp": true, "primary": true, "secondary": false } },
        { "type": "label_value", "data": {
            "label": "Total", "value": "3", "iconUrl": url, "url": "mailto:a@example.com" } },
        { "type": "link", "data": { "url": "http://shop.example", "value": "Shop", "inline": true } },
        { "type": "title", "data": {
            "title": "A-1", "value": "9.00", "description": "Chair", "imgUrl": url, "imgSize": "big",
            "link": "https://shop.example/1", "id": "one", "clickable": true, "openApp": false } },
        { "type": "tags", "data": { "tags": ["late", "vip"], "label": "State" } },
    ] });
    sends(&section, "customer_details_section", data);
    Ok(())
}

/// The section in the vendor's documentation: two titles with one id, one that is clickable without an id, and an id
/// that is not clickable.
#[test]
fn a_section_that_the_sdk_sends_is_sent_as_it_is() -> Result {
    let sample = json!({ "title": "card with image", "components": [
        { "type": "title", "data": { "title": "one", "id": "title", "clickable": true } },
        { "type": "title", "data": { "title": "two", "id": "title", "clickable": true, "openApp": true } },
        { "type": "title", "data": { "title": "three", "clickable": true } },
        { "type": "title", "data": { "title": "four", "id": "plain" } },
        { "type": "button", "data": { "label": "five", "id": "title" } },
    ] });
    let section = Section::new(
        "card with image",
        [
            Title::new("one")?.with_id("title")?.with_clickable(true).into(),
            Title::new("two")?.with_id("title")?.with_clickable(true).with_open_app(true).into(),
            Title::new("three")?.with_clickable(true).into(),
            Title::new("four")?.with_id("plain")?.into(),
            section::Button::new("five", "title")?.into(),
        ],
    )?;
    assert_eq!(section.warnings().len(), 4);
    let read: Section = decode(&sample).expect("a host reads it");
    assert_eq!(read, section);
    sends(&section, "customer_details_section", sample);
    Ok(())
}

#[test]
fn rich_messages_and_text_for_the_message_box() -> Result {
    let text = MessageBoxMessage::Text("Hi".to_owned());
    sends(&text, "put_messagebox_message", json!({ "type": "message", "value": "Hi" }));

    let image = Image::new("https://shop.example/a.jpg")?
        .with_name("a.jpg")
        .with_content_type("image/jpeg")
        .with_size(1024)
        .with_dimensions(64, 48);
    let buttons = [
        Button::new("Plain", 7)?,
        Button::new("All", "v")?.with_kind("phone").with_postback_id("p").with_user_ids(["u1", "u2"]),
        Button::reply("Yes", "yes")?,
        Button::link("Open", "https://shop.example")?,
        Button::phone("Call", "+48123456789")?,
        Button::webview("Look", "https://shop.example/look", WebviewHeight::Tall)?,
    ];
    let cards = Cards::new([
        Card::new(),
        Card::new().with_title("Chair").with_subtitle("49").with_image(image).with_buttons(buttons)?,
        Card::new().with_image(Image::new("https://shop.example/b.jpg")?),
    ])?;
    let elements = json!([
        {},
        {
            "title": "Chair",
            "subtitle": "49",
            "image": {
                "url": "https://shop.example/a.jpg", "name": "a.jpg", "content_type": "image/jpeg", "size": 1024,
                "width": 64, "height": 48 },
            "buttons": [
                { "text": "Plain", "value": 7, "postback_id": "7", "user_ids": [] },
                { "text": "All", "type": "phone", "value": "v", "postback_id": "p", "user_ids": ["u1", "u2"] },
                { "text": "Yes", "type": "message", "value": "yes", "postback_id": "yes", "user_ids": [] },
                { "text": "Open", "type": "url", "value": "https://shop.example",
                    "postback_id": "https://shop.example", "user_ids": [] },
                { "text": "Call", "type": "phone", "value": "+48123456789",
                    "postback_id": "+48123456789", "user_ids": [] },
                { "text": "Look", "type": "webview", "value": "https://shop.example/look",
                    "postback_id": "https://shop.example/look", "user_ids": [], "webview_height": "tall" },
            ],
        },
        { "image": { "url": "https://shop.example/b.jpg" } },
    ]);
    sends(&cards, "send_cards", elements.clone());
    let message = MessageBoxMessage::Rich(cards.into());
    let data = json!({ "type": "rich_message", "payload": { "template_id": "cards", "elements": elements } });
    sends(&message, "put_messagebox_message", data);

    let replies = QuickReplies::new("Well?", [Button::new("Yes", "y")?])?;
    let buttons = json!([{ "text": "Yes", "value": "y", "postback_id": "y", "user_ids": [] }]);
    sends(&replies, "send_quick_replies", json!({ "title": "Well?", "buttons": buttons }));
    let replies = replies.with_subtitle("Tell us").with_image(Image::new("https://shop.example/q.png")?);
    assert_eq!(
        RichMessage::from(replies).encode::<Value>(),
        json!({ "template_id": "quick_replies", "elements": [{
            "title": "Well?", "subtitle": "Tell us", "image": { "url": "https://shop.example/q.png" },
            "buttons": buttons,
        }] })
    );
    Ok(())
}

/// The ids of all buttons, in order.
fn postback_ids(message: &impl Encode) -> Vec<Value> {
    fn collect(value: &Value, ids: &mut Vec<Value>) {
        ids.extend(value.get("postback_id").cloned());
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, ids)),
            Value::Object(members) => members.values().for_each(|member| collect(member, ids)),
            _ => {}
        }
    }
    let mut ids = Vec::new();
    collect(&message.encode(), &mut ids);
    ids
}

#[test]
fn a_click_on_one_button_of_a_message_counts_for_no_other() -> Result {
    let card = || Card::new().with_buttons([Button::reply("Buy", "buy")?, Button::reply("More", "more")?]);
    let cards = Cards::new([card()?, card()?, card()?])?;
    assert_eq!(postback_ids(&cards), ["buy", "more", "buy-2", "more-2", "buy-3", "more-3"]);

    let named = Button::reply("Any", "any")?.with_postback_id("yes");
    let replies = QuickReplies::new("Well?", [Button::reply("Yes", "yes")?, named, Button::new("No", "yes-2")?])?;
    assert_eq!(postback_ids(&replies), ["yes-2", "yes", "yes-2-2"]);
    Ok(())
}

#[test]
fn buttons_that_were_given_one_id_keep_it() -> Result {
    let button = Button::reply("Buy", "buy")?.with_postback_id("any");
    let cards = Cards::new([Card::new().with_buttons([button.clone(), button])?])?;
    assert_eq!(postback_ids(&cards), ["any", "any"]);
    Ok(())
}

#[test]
fn toasts_properties_and_tracked_events() -> Result {
    sends(&Toast::success("Done")?, "set_toast", json!({ "content": "Done", "kind": "success" }));
    sends(&Toast::error("No")?, "set_toast", json!({ "content": "No", "kind": "error" }));

    sends(&AppProperties::new(), "update_properties", json!({}));
    let properties = AppProperties::new()
        .with_onboarded(false)
        .with_plan("free")
        .with_plan("team")
        .with_error_code(Some("E1"))
        .with("seats", 12)?
        .with("rate", 0.5)?
        .with("beta", true)?
        .with("note", "x".to_owned())?
        .with("gone", PropertyValue::Null)?;
    let data = json!({ "onboarded": false, "plan": "team", "error_code": "E1", "seats": 12, "rate": 0.5, "beta": true,
        "note": "x", "gone": null });
    sends(&properties, "update_properties", data);
    let cleared = AppProperties::new().with_error_code(None);
    sends(&cleared, "update_properties", json!({ "error_code": null }));

    let event = TrackedEvent::new("greeted")?;
    sends(&event, "track", json!({ "event_name": "greeted", "event_properties": {} }));
    let event = event.with_property("length", 5).with_property("nested", json!({ "a": [1, null] }));
    let properties = json!({ "length": 5, "nested": { "a": [1, null] } });
    sends(&event, "track", json!({ "event_name": "greeted", "event_properties": properties }));
    Ok(())
}

#[test]
fn reports_filters_of_every_kind() -> Result {
    let filters = ReportsFilters::new()
        .with_text("range", "week")?
        .with_texts("agents", ["ann", "bob"])?
        .with_number("group", 4)?
        .with_numbers("groups", [1, 2])?
        .with_date("from", 1_795_570_539_007.0)?;
    let data = json!({ "range": "week", "agents": ["ann", "bob"], "group": 4, "groups": [1, 2],
        "from": "2026-11-25T01:35:39.007Z" });
    sends(&filters, "set_reports_filters", data);
    Ok(())
}

#[test]
fn a_direct_charge_and_a_recurrent_one() -> Result {
    let icon = "https://shop.example/icon.png";
    let direct =
        Charge::direct("Labels", 900.0, 3)?.with_field("id", "CH1").with_field("test", true).with_field("price", 1);
    let metadata = PaymentMetadata::new(icon)?;
    let intent = json!({ "name": "Labels", "price": 900, "test": true, "return_url": null, "quantity": 3,
        "metadata": { "type": "direct_charge", "isExternalTransaction": true, "icon": icon } });
    let pending = &RegisterTransactionPending::new(&direct, metadata.clone());
    sends(pending, "register_transaction_pending", json!({ "paymentIntent": intent }));
    let charge = json!({ "name": "Labels", "price": 900, "quantity": 3, "id": "CH1", "test": true });
    let success = &RegisterTransactionSuccess::new(direct.clone());
    sends(success, "register_transaction_success", json!({ "charge": charge }));

    let whole = json!({ "id": "CH2", "name": "Team", "price": 25, "per_account": true, "test": false, "months": 12,
        "trial_days": 14, "commission_percent": 20, "trial_ends_at": null });
    let recurrent: Charge = serde_json::from_value(whole.clone()).expect("a charge of the Billing API");
    assert_eq!(recurrent.id(), Some("CH2"));
    let metadata = metadata.with_description("A year").with_billing_cycle_picker(true);
    let intent = json!({ "name": "Team", "price": 25, "per_account": true, "test": false, "return_url": null,
        "months": 12, "trial_days": 14, "metadata": { "type": "recurrent_charge", "isExternalTransaction": true,
        "icon": icon, "description": "A year", "showBillingCyclePicker": true } });
    let pending = &RegisterTransactionPending::new(&recurrent, metadata);
    sends(pending, "register_transaction_pending", json!({ "paymentIntent": intent }));
    let success = &RegisterTransactionSuccess::new(recurrent.clone());
    sends(success, "register_transaction_success", json!({ "charge": whole }));

    let failure = &RegisterTransactionFailure::new("no server");
    sends(failure, "register_transaction_failure", json!({ "error": { "message": "no server" } }));
    Ok(())
}
