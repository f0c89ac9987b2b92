//! What a frame is, in a word or two.

use std::collections::BTreeMap;

use livechat_protocol::{Body, Driver, FINGERPRINT, Frame, PREFIX};
use serde_json::Value;

use crate::log::Direction;

/// Names frames; remembers the calls, so that an answer is named after what it answers.
#[derive(Debug, Default)]
pub(crate) struct FrameNames {
    events: BTreeMap<i64, String>,
    commands: BTreeMap<i64, String>,
}

impl FrameNames {
    pub(crate) fn name(&mut self, driver: Driver, direction: Direction, value: &Value) -> String {
        let frame = match driver {
            Driver::Trusted => Frame::from_wire(value),
            Driver::Plain => None,
        };
        match frame {
            None => message_name(value),
            Some(Err(_)) => format!("malformed {}", value.get("type").and_then(Value::as_str).unwrap_or("frame")),
            Some(Ok(frame)) => self.frame_name(direction, &frame, value),
        }
    }

    fn frame_name(&mut self, direction: Direction, frame: &Frame<Value>, value: &Value) -> String {
        let (own, other) = match direction {
            Direction::ToExtension => (&mut self.events, &mut self.commands),
            Direction::FromExtension => (&mut self.commands, &mut self.events),
        };
        match (&frame.body, frame.request) {
            (Body::Handshake(_), _) => "handshake".to_owned(),
            (Body::Call { method, args }, request) => {
                let name = args.first().map_or_else(|| format!("call of {method}"), message_name);
                if let Some(request) = request {
                    own.insert(request, name.clone());
                }
                name
            }
            (Body::Response(answer), request) => {
                let verb = if answer.is_ok() { "response to" } else { "error response to" };
                match request {
                    None => format!("{verb} handshake"),
                    Some(request) => match other.remove(&request) {
                        Some(name) => format!("{verb} {name}"),
                        None => format!("{verb} call {request}"),
                    },
                }
            }
            (Body::Other, _) => value.get("type").and_then(Value::as_str).unwrap_or("frame").to_owned(),
        }
    }
}

/// The name of an event or a command.
fn message_name(value: &Value) -> String {
    let text = |member: &str| value.get(member).and_then(Value::as_str).filter(|text| !text.is_empty());
    let event = text("event_name").map(|name| name.strip_prefix(PREFIX).unwrap_or(name));
    match event.or_else(|| text("message")) {
        Some(name) => name.to_owned(),
        None if value.get(FINGERPRINT).is_some() => "frame of the trusted driver".to_owned(),
        None => "unknown message".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn frame(kind: &str, data: Value, request: Value) -> Value {
        json!({ FINGERPRINT: true, "owner": "o", "instance": 0, "type": kind, "data": data, "request": request })
    }

    #[test]
    fn an_answer_is_named_after_its_call() {
        let mut names = FrameNames::default();
        let mut name = |direction, value| names.name(Driver::Trusted, direction, &value);
        use Direction::{FromExtension, ToExtension};
        let command = json!({ "plugin_id": "p", "message": "put_message", "data": "hi" });
        let event = json!({ "event_name": "livechat:customer_profile" });
        let ok = json!({ "error": false });

        assert_eq!(name(ToExtension, frame("handshake", json!({}), Value::Null)), "handshake");
        assert_eq!(name(FromExtension, frame("response", ok.clone(), Value::Null)), "response to handshake");
        let call = json!({ "method": "handle", "args": [command] });
        assert_eq!(name(FromExtension, frame("call", call, json!(0))), "put_message");
        let call = json!({ "method": "handle", "args": [event] });
        assert_eq!(name(ToExtension, frame("call", call, json!(0))), "customer_profile");
        assert_eq!(name(ToExtension, frame("response", ok.clone(), json!(0))), "response to put_message");
        assert_eq!(name(FromExtension, frame("response", ok.clone(), json!(0))), "response to customer_profile");
        assert_eq!(name(FromExtension, frame("response", ok, json!(9))), "response to call 9");
    }

    #[test]
    fn anything_has_a_name() {
        let mut names = FrameNames::default();
        for value in [json!(null), json!([]), json!("x"), json!({ "message": 7 }), json!({ "event_name": "" })] {
            assert_eq!(names.name(Driver::Plain, Direction::FromExtension, &value), "unknown message", "{value}");
            assert_eq!(names.name(Driver::Trusted, Direction::FromExtension, &value), "unknown message", "{value}");
        }
        let value = json!({ FINGERPRINT: true, "type": "call" });
        assert_eq!(names.name(Driver::Trusted, Direction::FromExtension, &value), "malformed call");
    }
}
