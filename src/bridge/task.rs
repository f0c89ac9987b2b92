//! A task of the browser's.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{MessageChannel, MessagePort};

/// Does something in a task of its own, which comes after those that are waiting by then.
///
/// By a message to ourselves: a timer would be late in a page that is out of sight.
pub(crate) struct Task {
    here: MessagePort,
    there: MessagePort,
    _listener: EventListener,
}

impl Task {
    /// Nothing in a browser that has no channels.
    pub(crate) fn new(run: impl Fn() + 'static) -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let (here, there) = (channel.port1(), channel.port2());
        let listener = EventListener::new(&there, "message", move |_| run());
        there.start();
        Some(Self { here, there, _listener: listener })
    }

    /// Asks for it once. Returns whether it will be done.
    pub(crate) fn ask(&self) -> bool {
        self.here.post_message(&JsValue::NULL).is_ok()
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        // An open port is kept alive, and keeps what listens to it.
        self.there.close();
    }
}
