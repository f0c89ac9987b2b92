//! A browser task.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{MessageChannel, MessagePort};

/// Runs a function in a separate task, behind the tasks that are waiting by then.
///
/// Uses a message to the page itself: a timer would be late in a hidden page.
pub(crate) struct Task {
    here: MessagePort,
    there: MessagePort,
    _listener: EventListener,
}

impl Task {
    /// `None` in a browser without channels.
    pub(crate) fn new(run: impl Fn() + 'static) -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let (here, there) = (channel.port1(), channel.port2());
        let listener = EventListener::new(&there, "message", move |_| run());
        there.start();
        Some(Self { here, there, _listener: listener })
    }

    /// Requests one run. Returns whether it will happen.
    pub(crate) fn ask(&self) -> bool {
        self.here.post_message(&JsValue::NULL).is_ok()
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        // An open port stays alive, and so does its listener.
        self.there.close();
    }
}
