//! Records the conversation between host and extension.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use livechat_protocol::{
    Body, Command, Extension as Machine, Frame, Launch, Payload, PlacementKind, PluginInited, RawCommand, RawEvent,
    Slice,
    scenario::{Action, RollingRecorder},
};
use serde_json::Value;

use crate::platform::{HostValue, warn};

/// Records the conversation between host and extension, if the extension enables it. Clones share the recording.
#[derive(Clone, Default)]
pub(crate) struct Capture(Option<Rc<Inner>>);

struct Inner {
    recorder: RefCell<RollingRecorder>,
    /// The number of the current connection.
    connection: Cell<u64>,
    /// Whether the extension has sent `plugin_inited` on it.
    inited: Cell<bool>,
}

impl Capture {
    /// Begins the recording of an extension in this placement, with these launch parameters.
    pub(crate) fn of(placement: PlacementKind, launch: &Launch) -> Self {
        // The page began to load at 0.
        let recorder = RollingRecorder::new(Duration::ZERO, placement, launch.driver, launch.theme.unwrap_or_default());
        let recorder = RefCell::new(recorder);
        Self(Some(Rc::new(Inner { recorder, connection: Cell::default(), inited: Cell::default() })))
    }

    /// Records an event from the host.
    pub(crate) fn received(&self, now: impl FnOnce() -> Duration, event: &RawEvent<HostValue>) {
        let Some(inner) = &self.0 else { return };
        match event.data.to_json() {
            Ok(data) => inner.record(now(), Action::Event(RawEvent { name: event.name.clone(), data })),
            Err(error) => warn(&format!("event `{}` is not in the recording: {error}", event.name)),
        }
    }

    /// Records a command in a message to the host.
    pub(crate) fn posted(&self, now: impl FnOnce() -> Duration, message: &HostValue) {
        let Some(inner) = &self.0 else { return };
        let command = match Frame::from_wire(message) {
            None => Some(message.clone()),
            Some(Ok(Frame { body: Body::Call { args, .. }, .. })) => args.into_iter().next(),
            // An answer.
            Some(_) => None,
        };
        let Some(command) = command else { return };
        let Some(message) = command.member("message").and_then(|message| message.as_text()) else { return };
        let data = command.member("data").unwrap_or_else(HostValue::null);
        match data.to_json() {
            Ok(data) => {
                let command = RawCommand::new(message, data);
                if command.is::<PluginInited>() {
                    inner.inited.set(true);
                }
                inner.record(now(), Action::Command(command));
            }
            Err(error) => warn(&format!("command `{message}` is not in the recording: {error}")),
        }
    }

    /// Records a new connection, if this part of the state is the connection.
    pub(crate) fn changed(&self, now: impl FnOnce() -> Duration, slice: Slice, machine: &RefCell<Machine<HostValue>>) {
        let Some(inner) = self.0.as_ref().filter(|_| slice == Slice::Connection) else { return };
        let number = machine.borrow().connection().number;
        if inner.connection.replace(number) == number {
            return;
        }
        inner.inited.set(false);
        if number > 1 {
            inner.record(now(), Action::Reconnect);
        }
    }

    /// Records `plugin_inited` when the app has rendered, if the page's scripts have sent it: it is not sent again.
    pub(crate) fn rendered(&self, now: impl FnOnce() -> Duration, machine: &RefCell<Machine<HostValue>>) {
        let Some(inner) = &self.0 else { return };
        if machine.borrow().connection().number > 0 && !inner.inited.replace(true) {
            inner.record(now(), Action::Command(RawCommand::new(PluginInited::NAME, Value::Null)));
        }
    }

    /// Reads or changes the recorder.
    pub(crate) fn with<T>(&self, on: impl FnOnce(&mut RollingRecorder) -> T) -> Option<T> {
        self.0.as_ref().map(|inner| on(&mut inner.recorder.borrow_mut()))
    }
}

impl Inner {
    fn record(&self, now: Duration, action: Action) {
        self.recorder.borrow_mut().record(now, action);
    }
}

#[cfg(test)]
mod tests {
    use livechat_protocol::{Driver, scenario::Scenario};
    use serde_json::json;

    use super::*;

    fn steps(capture: &Capture) -> Vec<Value> {
        let scenario = capture.with(|recorder| recorder.scenario("a test")).unwrap_or_default();
        assert_eq!(Scenario::from_json(&scenario.to_json()).ok(), Some(scenario.clone()), "it can be read again");
        scenario.steps.iter().map(|step| serde_json::to_value(step).unwrap_or_default()).collect()
    }

    fn capture() -> Capture {
        Capture::of(PlacementKind::Details, &Launch { driver: Driver::Plain, ..Launch::default() })
    }

    #[test]
    fn events_and_commands_of_both_drivers_are_recorded_and_answers_are_not() {
        let capture = capture();
        let now = Duration::from_millis(40);
        capture.received(|| now, &RawEvent { name: "shift".into(), data: HostValue::from_json(&json!({ "at": 7 })) });
        let command = json!({ "plugin_id": "p", "message": "put_message", "data": "Hello!" });
        let frame = |kind: &str, data: Value| {
            json!({
                "@@livechat/postmessenger": true, "owner": "o", "instance": 1, "type": kind, "data": data, "request": 1
            })
        };
        let call = frame("call", json!({ "method": "handle", "args": [command] }));
        for message in [command, call, frame("response", json!({ "error": false }))] {
            capture.posted(|| now, &HostValue::from_json(&message));
        }
        let hello = json!({ "at": 40, "placement": "details", "command": "put_message", "data": "Hello!" });
        assert_eq!(
            steps(&capture),
            [
                json!({ "at": 0, "placement": "details", "host": "loads", "driver": "plain" }),
                json!({ "at": 40, "placement": "details", "event": "shift", "data": { "at": 7 } }),
                hello.clone(),
                hello,
            ]
        );
    }

    #[test]
    fn an_extension_that_does_not_want_it_is_not_recorded() {
        let capture = Capture::default();
        capture.received(|| Duration::ZERO, &RawEvent { name: "shift".into(), data: HostValue::from_json(&json!(1)) });
        assert!(capture.with(|_| ()).is_none());
    }
}
