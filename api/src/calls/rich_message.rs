//! Rich messages for the API.

use livechat_protocol::rich_message::{Button, Card, Image, RichMessage, WebviewHeight};

use crate::{
    http::json::{JsonObject, list, quoted, texts},
    invalid_call::InvalidCall,
};

/// The members that only a `rich_message` event has.
pub(super) fn content(message: &RichMessage) -> Result<Vec<(&'static str, String)>, InvalidCall> {
    let (template, elements) = match message {
        RichMessage::Cards(cards) => ("cards", list(cards.as_slice().iter().map(element))),
        RichMessage::QuickReplies(replies) => ("quick_replies", list(std::iter::once(element(replies.card())))),
        _ => return Err(InvalidCall::new("event.template_id", "is unknown: update the crate `livechat-api`")),
    };
    Ok(vec![("template_id", quoted(template)), ("elements", elements)])
}

fn element(card: &Card) -> String {
    let image = card.image().map(image);
    let buttons = list(card.buttons().iter().map(button));
    JsonObject::new()
        .maybe_text("title", card.title())
        .maybe_text("subtitle", card.subtitle())
        .maybe_raw("image", image.as_deref())
        .maybe_raw("buttons", (!card.buttons().is_empty()).then_some(buttons.as_str()))
        .finish()
}

fn image(image: &Image) -> String {
    JsonObject::new()
        .text("url", image.url().as_str())
        .maybe_text("name", image.name())
        .maybe_text("content_type", image.content_type())
        .maybe_number("size", image.size())
        .maybe_number("width", image.width())
        .maybe_number("height", image.height())
        .finish()
}

fn button(button: &Button) -> String {
    let value = button.value().to_string();
    JsonObject::new()
        .text("text", button.text())
        .text("type", button.kind().unwrap_or("message"))
        .text("value", &value)
        // Every button of a message has an id.
        .text("postback_id", button.postback_id().unwrap_or(&value))
        .raw("user_ids", &texts(button.user_ids()))
        .maybe_text("webview_height", button.webview_height().map(WebviewHeight::as_str))
        .finish()
}
