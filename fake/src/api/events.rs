//! The events that `send_event` accepts.

use serde_json::{Map, Value, json};

use super::error::ApiError;
use crate::license::License;

/// The maximum length of a message, in bytes.
const MAX_TEXT: usize = 16 * 1024;
const MAX_ELEMENTS: usize = 10;
const MAX_BUTTONS: usize = 13;

/// The event to store, except for its id, time and author. Drops unknown fields.
pub(super) fn checked(event: Map<String, Value>, license: &License) -> Result<Value, ApiError> {
    let event = Value::Object(event);
    let kind = text(&event, "type")?;
    let visibility = match optional(&event, "visibility")? {
        None => "all",
        Some(visibility @ ("all" | "agents")) => visibility,
        Some(_) => return Err(ApiError::validation("`event.visibility` must be `all` or `agents`")),
    };
    let mut stored = json!({ "type": kind, "visibility": visibility });
    let mut keep = |names: &[&str]| {
        for name in names {
            if let Some(value) = event.get(name) {
                stored[*name] = value.clone();
            }
        }
    };
    optional(&event, "custom_id")?;
    keep(&["custom_id"]);
    if kind != "system_message" {
        object(&event, "properties")?;
        keep(&["properties"]);
    }
    match kind {
        "message" => {
            if text(&event, "text")?.len() > MAX_TEXT {
                return Err(ApiError::validation("`event.text` must have at most 16 KB"));
            }
            postback(&event)?;
            keep(&["text", "postback"]);
        }
        "file" => {
            let file = license.file_at(text(&event, "url")?);
            let file = file.ok_or_else(|| {
                ApiError::validation("`event.url` must be an address that `upload_file` has returned")
            })?;
            optional(&event, "alternative_text")?;
            keep(&["url", "alternative_text"]);
            stored["name"] = file.name.as_str().into();
            stored["content_type"] = file.content_type.as_str().into();
            stored["size"] = file.content.len().into();
        }
        "custom" => {
            object(&event, "content")?;
            keep(&["content"]);
        }
        "system_message" => {
            text(&event, "system_message_type")?;
            optional(&event, "text")?;
            object(&event, "text_vars")?;
            keep(&["system_message_type", "text", "text_vars"]);
        }
        "rich_message" => {
            rich_message(&event)?;
            keep(&["template_id", "elements"]);
        }
        "filled_form" => {
            text(&event, "form_id")?;
            if !event["fields"].is_array() {
                return Err(ApiError::validation("`event.fields` is required"));
            }
            keep(&["form_id", "fields"]);
        }
        other => return Err(ApiError::validation(format!("`event.type` {other:?} cannot be sent"))),
    }
    Ok(stored)
}

fn rich_message(event: &Value) -> Result<(), ApiError> {
    one_of(event, "template_id", &["cards", "quick_replies", "sticker", "ecommerce"], true)?;
    for element in list(event, "elements", MAX_ELEMENTS)? {
        for name in ["title", "subtitle"] {
            optional(element, name)?;
        }
        object(element, "image")?;
        if let Some(image) = element.get("image") {
            text(image, "url")?;
        }
        for button in list(element, "buttons", MAX_BUTTONS)? {
            button_of_element(button)?;
        }
    }
    Ok(())
}

/// The vendor's samples have buttons without type and value, so both are optional.
fn button_of_element(button: &Value) -> Result<(), ApiError> {
    text(button, "text")?;
    one_of(button, "type", &["message", "url", "phone", "webview"], false)?;
    one_of(button, "webview_height", &["compact", "tall", "full"], false)?;
    one_of(button, "target", &["new", "current"], false)?;
    optional(button, "value")?;
    optional(button, "postback_id")?;
    if button.get("webview_height").is_some() && button["type"] != "webview" {
        return Err(ApiError::validation("`webview_height` is for buttons of type `webview`"));
    }
    if !button.get("user_ids").is_none_or(Value::is_array) {
        return Err(ApiError::validation("`user_ids` must be a list"));
    }
    Ok(())
}

fn postback(event: &Value) -> Result<(), ApiError> {
    object(event, "postback")?;
    let Some(postback) = event.get("postback") else { return Ok(()) };
    for name in ["id", "thread_id", "event_id"] {
        text(postback, name)?;
    }
    if optional(postback, "type")?.is_some() != optional(postback, "value")?.is_some() {
        return Err(ApiError::validation("`postback.type` and `postback.value` need each other"));
    }
    Ok(())
}

/// A required text.
fn text<'a>(of: &'a Value, name: &str) -> Result<&'a str, ApiError> {
    match optional(of, name)? {
        Some(text) if !text.is_empty() => Ok(text),
        _ => Err(ApiError::validation(format!("`{name}` is required"))),
    }
}

fn optional<'a>(of: &'a Value, name: &str) -> Result<Option<&'a str>, ApiError> {
    match of.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(ApiError::validation(format!("`{name}` must be a string"))),
    }
}

fn one_of(of: &Value, name: &str, allowed: &[&str], required: bool) -> Result<(), ApiError> {
    match optional(of, name)? {
        None if !required => Ok(()),
        Some(value) if allowed.contains(&value) => Ok(()),
        _ => Err(ApiError::validation(format!("`{name}` must be one of {}", allowed.join(", ")))),
    }
}

fn object(of: &Value, name: &str) -> Result<(), ApiError> {
    match of.get(name) {
        None | Some(Value::Object(_)) => Ok(()),
        Some(_) => Err(ApiError::validation(format!("`{name}` must be an object"))),
    }
}

fn list<'a>(of: &'a Value, name: &str, most: usize) -> Result<&'a [Value], ApiError> {
    match of.get(name) {
        None => Ok(&[]),
        Some(Value::Array(items)) if items.len() <= most && items.iter().all(Value::is_object) => Ok(items),
        Some(_) => Err(ApiError::validation(format!("`{name}` must be a list of at most {most} objects"))),
    }
}
