//! The window that LiveChat's page opens in.

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use crate::platform::HostValue;

/// How often the popup is looked at, in milliseconds.
const LOOK: u32 = 500;

/// The popup, and what listens to it. Closed when it is dropped.
pub(super) struct Popup {
    window: Window,
    _listener: EventListener,
    _looks: Interval,
}

/// Opens the popup, in the task of the click: browsers block it later. `None` if the browser blocked it.
pub(super) fn open(opener: &Window, url: &str) -> Option<Window> {
    // A new window each time: one with a name could be that of another placement's sign-in.
    let opened = opener.open_with_url_and_target_and_features(url, "_blank", "popup=1,width=500,height=650").ok()??;
    // Some browsers return a window that was never open.
    (!is_closed(&opened)).then_some(opened)
}

impl Popup {
    /// Listens to the popup: `receive` gets each of its messages, and no other window's, with its origin; `look` now and then
    /// whether the popup has been closed.
    pub(super) fn new(
        opener: &Window,
        window: Window,
        receive: impl Fn(&str, &HostValue) + 'static,
        look: impl Fn(bool) + 'static,
    ) -> Self {
        let (sender, looked_at) = (window.clone(), window.clone());
        let listener = EventListener::new(opener, "message", move |event| {
            // By `unchecked_ref`, and by comparing: a window of another realm is no instance of this realm's `Window`.
            let event: &MessageEvent = event.unchecked_ref();
            let source = event.source().map(JsValue::from);
            if event.is_trusted() && source.as_ref() == Some(sender.as_ref()) {
                receive(&event.origin(), &HostValue::from(event.data()));
            }
        });
        let looks = Interval::new(LOOK, move || look(is_closed(&looked_at)));
        Self { window, _listener: listener, _looks: looks }
    }
}

fn is_closed(window: &Window) -> bool {
    window.closed().unwrap_or(true)
}

impl Drop for Popup {
    fn drop(&mut self) {
        // It may be closed already.
        let _ = self.window.close();
    }
}
