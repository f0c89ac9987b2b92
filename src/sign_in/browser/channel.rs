//! What the iframes of an extension say to each other: `BroadcastChannel`, which reaches those of the same origin alone.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{EventTarget, MessageEvent};

use crate::platform::HostValue;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = EventTarget)]
    type BroadcastChannel;

    #[wasm_bindgen(constructor, catch)]
    fn new(name: &str) -> Result<BroadcastChannel, JsValue>;

    #[wasm_bindgen(method, js_name = postMessage, catch)]
    fn post(this: &BroadcastChannel, message: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &BroadcastChannel);
}

/// A channel to the other iframes. It ends when it is dropped.
pub(super) struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// `None` in a browser without channels, and where the iframe may have none.
    pub(super) fn open(name: &str, receive: impl Fn(&HostValue) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            receive(&HostValue::from(event.unchecked_ref::<MessageEvent>().data()));
        });
        Some(Self { channel, _listener: listener })
    }

    pub(super) fn post(&self, message: &HostValue) {
        // Plain data can be cloned, and the channel is open as long as this is there.
        let _ = self.channel.post(message.as_js());
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
