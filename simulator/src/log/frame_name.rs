//! Short names for messages.

use std::{collections::BTreeMap, time::Duration};

use livechat_protocol::{Body, Driver, FINGERPRINT, Frame, PREFIX};
use serde_json::Value;

use super::entry::Direction;

/// Names messages, and remembers calls to name their answers.
#[derive(Debug, Default)]
pub(crate) struct FrameNames {
    events: BTreeMap<i64, Call>,
    commands: BTreeMap<i64, Call>,
    /// The latest handshake: earlier ones were sent before the extension listened.
    handshake: Option<Call>,
}

/// An unanswered call.
#[derive(Debug)]
struct Call {
    name: String,
    /// Its entry number in the log.
    entry: u64,
    sent: Duration,
}

/// A frame's name, and the call that it answers.
#[derive(Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) name: String,
    /// Whether it expects an answer.
    pub(crate) is_call: bool,
    pub(crate) answers: Option<Answers>,
}

/// The call that a frame answers.
#[derive(Debug, PartialEq)]
pub(crate) struct Answers {
    /// The call's entry number in the log.
    pub(crate) entry: u64,
    /// When the call was sent.
    pub(crate) sent: Duration,
    pub(crate) is_error: bool,
}

impl From<String> for Named {
    fn from(name: String) -> Self {
        Self { name, is_call: false, answers: None }
    }
}

impl FrameNames {
    /// Names a frame that was sent at this time and gets this entry number.
    pub(crate) fn name(
        &mut self,
        driver: Driver,
        direction: Direction,
        value: &Value,
        entry: u64,
        sent: Duration,
    ) -> Named {
        let frame = match driver {
            Driver::Trusted => Frame::from_wire(value),
            Driver::Plain => None,
        };
        match frame {
            None => message_name(value).into(),
            Some(Err(_)) => {
                format!("malformed {}", value.get("type").and_then(Value::as_str).unwrap_or("message")).into()
            }
            Some(Ok(frame)) => self.frame_name(direction, &frame, value, entry, sent),
        }
    }

    fn frame_name(
        &mut self,
        direction: Direction,
        frame: &Frame<Value>,
        value: &Value,
        entry: u64,
        sent: Duration,
    ) -> Named {
        let (own, other) = match direction {
            Direction::ToExtension => (&mut self.events, &mut self.commands),
            Direction::FromExtension => (&mut self.commands, &mut self.events),
        };
        match (&frame.body, frame.request) {
            (Body::Handshake(_), _) => {
                let name = "handshake".to_owned();
                self.handshake = Some(Call { name: name.clone(), entry, sent });
                Named { name, is_call: true, answers: None }
            }
            (Body::Call { method, args }, request) => {
                let name = args.first().map_or_else(|| format!("call of {method}"), message_name);
                if let Some(request) = request {
                    // If a frame is duplicated, the first is the one that gets the answer.
                    own.entry(request).or_insert_with(|| Call { name: name.clone(), entry, sent });
                }
                Named { name, is_call: request.is_some(), answers: None }
            }
            (Body::Response(answer), request) => {
                let verb = if answer.is_ok() { "response to" } else { "error response to" };
                let (call, what) = match request {
                    Some(request) => (other.remove(&request), format!("call {request}")),
                    None => (self.handshake.take(), "handshake".to_owned()),
                };
                match call {
                    Some(Call { name, entry, sent }) => Named {
                        name: format!("{verb} {name}"),
                        is_call: false,
                        answers: Some(Answers { entry, sent, is_error: answer.is_err() }),
                    },
                    None => format!("{verb} {what}").into(),
                }
            }
            (Body::Other, _) => value.get("type").and_then(Value::as_str).unwrap_or("message").to_owned().into(),
        }
    }
}

/// Returns the name of an event or command.
fn message_name(value: &Value) -> String {
    let text = |member: &str| value.get(member).and_then(Value::as_str).filter(|text| !text.is_empty());
    let event = text("event_name").map(|name| name.strip_prefix(PREFIX).unwrap_or(name));
    match event.or_else(|| text("message")) {
        Some(name) => name.to_owned(),
        None if value.get(FINGERPRINT).is_some() => "trusted-driver message".to_owned(),
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
        let mut entry = 0;
        let mut named = |direction, value| {
            entry += 1;
            names.name(Driver::Trusted, direction, &value, entry, Duration::from_secs(entry))
        };
        use Direction::{FromExtension, ToExtension};
        let command = json!({ "plugin_id": "p", "message": "put_message", "data": "hi" });
        let event = json!({ "event_name": "livechat:customer_profile" });
        let ok = json!({ "error": false });
        let error = json!({ "error": true, "result": { "real": false, "error": "no" } });
        let answers = |entry, is_error| Some(Answers { entry, sent: Duration::from_secs(entry), is_error });

        for _ in 0..2 {
            let handshake = named(ToExtension, frame("handshake", json!({}), Value::Null));
            assert_eq!(handshake, Named { name: "handshake".to_owned(), is_call: true, answers: None });
        }
        let answer = named(FromExtension, frame("response", ok.clone(), Value::Null));
        let name = "response to handshake".to_owned();
        assert_eq!(answer, Named { name: name.clone(), is_call: false, answers: answers(2, false) });
        let answer = named(FromExtension, frame("response", ok.clone(), Value::Null));
        assert_eq!(answer, Named { name, is_call: false, answers: None }, "doubled");
        let call = json!({ "method": "handle", "args": [command] });
        assert_eq!(named(FromExtension, frame("call", call, json!(0))).name, "put_message");
        let call = frame("call", json!({ "method": "handle", "args": [event] }), json!(0));
        assert_eq!(named(ToExtension, call.clone()).name, "customer_profile");
        assert_eq!(named(ToExtension, call).name, "customer_profile", "doubled");
        let answer = named(ToExtension, frame("response", error, json!(0)));
        assert_eq!(
            answer,
            Named { name: "error response to put_message".to_owned(), is_call: false, answers: answers(5, true) }
        );
        let answer = named(FromExtension, frame("response", ok.clone(), json!(0)));
        assert_eq!(
            answer,
            Named { name: "response to customer_profile".to_owned(), is_call: false, answers: answers(6, false) }
        );
        let answer = named(FromExtension, frame("response", ok, json!(9)));
        assert_eq!(answer, Named { name: "response to call 9".to_owned(), is_call: false, answers: None });
    }

    #[test]
    fn anything_has_a_name() {
        let mut names = FrameNames::default();
        let mut name =
            |driver, value: &Value| names.name(driver, Direction::FromExtension, value, 0, Duration::ZERO).name;
        for value in [json!(null), json!([]), json!("x"), json!({ "message": 7 }), json!({ "event_name": "" })] {
            assert_eq!(name(Driver::Plain, &value), "unknown message", "{value}");
            assert_eq!(name(Driver::Trusted, &value), "unknown message", "{value}");
        }
        let value = json!({ FINGERPRINT: true, "type": "call" });
        assert_eq!(name(Driver::Trusted, &value), "malformed call");
    }
}
