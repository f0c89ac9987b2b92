//! Arbitrary messages, similar enough to real ones to be processed.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::harness::frame;

/// Names and texts that the machine knows, and some that it does not.
fn word() -> impl Strategy<Value = String> {
    let known = prop::sample::select(
        &[
            "id",
            "name",
            "chat",
            "groupID",
            "preChatSurvey",
            "question",
            "answer",
            "source",
            "geolocation",
            "latitude",
            "customVariables",
            "key",
            "value",
            "theme",
            "dark",
            "light",
            "session_id",
            "event_name",
            "event_data",
            "data",
            "method",
            "args",
            "handle",
            "error",
            "result",
            "real",
            "message",
            "code",
            "request",
            "owner",
            "instance",
            "type",
            "call",
            "response",
            "handshake",
            "emit",
            "origin",
            "plugin_id",
            "@@livechat/postmessenger",
            "__proto__",
            "livechat:customer_profile",
            "livechat:customer_profile_hidden",
            "livechat:authorize",
            "livechat:authorize_error",
            "livechat:change_theme",
            "livechat:",
            "toString",
        ][..],
    );
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

/// Any JSON.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2..4_i64).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((word(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A known event whose data is sometimes valid.
pub(crate) fn likely_event() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(
        &["customer_profile", "customer_profile_hidden", "authorize", "authorize_error", "change_theme", "other"][..],
    );
    let data = prop_oneof![
        value(),
        (value(), value()).prop_map(|(id, rest)| json!({ "id": id, "chat": rest })),
        (word(), word()).prop_map(|(id, name)| json!({ "id": id, "name": name })),
        word().prop_map(|theme| json!({ "theme": theme })),
        Just(json!({ "theme": "dark" })),
        value().prop_map(|id| json!({ "session_id": id })),
    ];
    (name, data).prop_map(|(name, data)| json!({ "event_name": format!("livechat:{name}"), "event_data": data }))
}

/// A message of the current connection in which one part may be anything.
pub(crate) fn likely_frame() -> impl Strategy<Value = Value> {
    let part = prop::sample::select(&["owner", "instance", "type", "data", "request", "origin"][..]);
    let kind = prop::sample::select(&["call", "response", "handshake", "emit"][..]);
    (kind, value(), -2..4_i64, prop::option::weighted(0.5, (part, value()))).prop_map(
        |(kind, data, request, spoiled)| {
            let mut frame = frame(0, kind, data, json!(request));
            if let Some((part, value)) = spoiled {
                frame[part] = value;
            }
            frame
        },
    )
}
