//! The methods that every widget has.

use serde_json::Value;
use yew_livechat::{
    AppProperties, InvalidArgument, Toast, TrackedEvent,
    payment::{Charge, PaymentMetadata},
    placement::{Placement, UsePlacementHandle},
    protocol::PropertyValue,
};

use crate::{
    arguments::Arguments,
    call::{CallError, Called},
};

/// Carries out a method that every widget has.
pub(crate) fn call<P: Placement>(
    handle: &UsePlacementHandle<P>,
    method: &str,
    arguments: &Arguments,
) -> Result<Option<Called>, CallError> {
    let sent = match method {
        "sendMessage" => handle.send_raw(arguments.read::<String>(0)?, arguments.value(1)),
        "setToast" => handle.set_toast(arguments.read::<Toast>(0)?),
        "trackEvent" => handle.track(&tracked(arguments)?),
        "openChatWidget" => handle.open_chat_widget(),
        "updateProperties" => handle.update_properties(&properties(arguments)?),
        "startTransaction" => {
            let (charge, metadata) = (arguments.read::<Charge>(0)?, arguments.read::<PaymentMetadata>(1)?);
            handle.start_transaction(&charge, &metadata)
        }
        _ => return Ok(None),
    };
    Ok(Some(sent.into()))
}

fn tracked(arguments: &Arguments) -> Result<TrackedEvent, CallError> {
    let event = TrackedEvent::new(arguments.read::<String>(0)?)?;
    Ok(arguments.members(1).into_iter().fold(event, |event, (name, value)| event.with_property(name, value)))
}

fn properties(arguments: &Arguments) -> Result<AppProperties, InvalidArgument> {
    arguments.members(0).into_iter().try_fold(AppProperties::new(), |properties, (name, value)| {
        Ok(match (name.as_str(), &value) {
            ("onboarded", Value::Bool(onboarded)) => properties.with_onboarded(*onboarded),
            ("plan", Value::String(plan)) => properties.with_plan(plan),
            ("error_code", Value::String(_) | Value::Null) => properties.with_error_code(value.as_str()),
            _ => properties.with(name, property_value(&value))?,
        })
    })
}

fn property_value(value: &Value) -> PropertyValue {
    match value {
        Value::Bool(value) => PropertyValue::Bool(*value),
        Value::Number(number) => PropertyValue::Number(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => PropertyValue::Text(text.clone()),
        // Other values have no type here.
        Value::Null | Value::Array(_) | Value::Object(_) => PropertyValue::Null,
    }
}
