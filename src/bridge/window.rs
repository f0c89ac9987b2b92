//! The window that the extension's page is in.

use gloo_events::EventListener;
use js_sys::Reflect;
use livechat_protocol::Envelope;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::value::HostValue;

/// The window around this one; `None` at top level, where a window is its own parent.
pub(crate) fn parent(window: &Window) -> Option<Window> {
    window.parent().ok().flatten().filter(|parent| parent != window)
}

/// The window's own origin; `null` where it has none. Not the location's: an `about:blank` frame's is none.
pub(crate) fn own_origin(window: &Window) -> String {
    window.origin()
}

/// The window's query string, with its question mark.
pub(crate) fn query(window: &Window) -> String {
    window.location().search().unwrap_or_default()
}

/// The origin of the window around this one, by the browser's word: `ancestorOrigins` where there is such a
/// thing, otherwise what the referrer tells.
pub(crate) fn parent_origin(window: &Window) -> Option<String> {
    let ancestors = Reflect::get(&window.location(), &"ancestorOrigins".into()).ok();
    let nearest = ancestors.filter(JsValue::is_object).and_then(|list| Reflect::get_u32(&list, 0).ok());
    nearest.and_then(|origin| origin.as_string()).or_else(|| {
        let referrer = window.document()?.referrer();
        let (scheme, rest) = referrer.split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        Some(format!("{scheme}://{authority}"))
    })
}

/// Hears the window's messages until the listener is dropped.
#[must_use = "dropping the listener unregisters it"]
pub(crate) fn listen(
    window: &Window,
    receive: impl Fn(Envelope<'_>, &dyn Fn() -> HostValue) + 'static,
) -> EventListener {
    let parent = parent(window);
    EventListener::new(window, "message", move |event| {
        // By `unchecked_ref`: in another window's realm the event is not an instance of this realm's class.
        let event: &MessageEvent = event.unchecked_ref();
        let source: Option<JsValue> = event.source().map(JsValue::from);
        let from_parent = source.is_some() && source.as_ref() == parent.as_ref().map(AsRef::as_ref);
        let origin = event.origin();
        let envelope = Envelope { origin: &origin, from_parent, is_trusted: event.is_trusted() };
        receive(envelope, &|| HostValue::from(event.data()));
    })
}

/// Posts to the window around this one, readable for one origin alone.
pub(crate) fn post(window: &Window, target: &str, value: &HostValue) {
    let Some(parent) = parent(window) else { return };
    if let Err(error) = parent.post_message(value.as_js(), target) {
        // Only a value that cannot be cloned gets here, from a raw command.
        web_sys::console::error_2(&"yew-livechat: a message could not be posted".into(), &error);
    }
}
