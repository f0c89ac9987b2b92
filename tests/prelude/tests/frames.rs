//! The messages of a host.

use livechat_protocol::FINGERPRINT;
use serde_json::{Value, json};

pub(crate) const HOST: &str = "https://my.livechatinc.com";
pub(crate) const OTHER_HOST: &str = "https://my.livechat.com";
pub(crate) const ATTACKER: &str = "https://attacker.example";

/// A message of the trusted driver.
pub(crate) fn frame(owner: &str, instance: i64, kind: &str, data: Value, request: Value) -> Value {
    json!({ FINGERPRINT: true, "owner": owner, "instance": instance, "type": kind, "data": data, "request": request })
}

/// A handshake.
pub(crate) fn handshake(owner: &str, instance: i64) -> Value {
    frame(owner, instance, "handshake", json!({}), Value::Null)
}

/// A call of a method with these arguments.
pub(crate) fn call(owner: &str, instance: i64, method: &str, args: Value, request: i64) -> Value {
    frame(owner, instance, "call", json!({ "method": method, "args": args }), json!(request))
}

/// An event as the plain driver sends it.
pub(crate) fn event(name: &str, data: Value) -> Value {
    json!({ "event_name": format!("livechat:{name}"), "event_data": data })
}

/// A call that carries an event.
pub(crate) fn event_call(owner: &str, instance: i64, name: &str, data: Value, request: i64) -> Value {
    call(owner, instance, "handle", json!([event(name, data)]), request)
}
