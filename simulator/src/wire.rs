//! The window: what comes from the frame, what goes to it, and where it is loaded from.

use std::time::Duration;

use gloo_events::EventListener;
use js_sys::JSON;
use livechat_protocol::Driver;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent, Url, Window};
use yew::{Callback, NodeRef};

use crate::{model::FrameLoad, msg::Msg};

/// What the frame's URL says of who loads it.
const PLUGIN_ID: &str = "simulator";

/// The way between the simulator and the extension's window.
pub(crate) struct Wire {
    frame: NodeRef,
    /// The extension's own origin: the only one that is listened to and posted to.
    origin: String,
    _listener: EventListener,
}

impl Wire {
    /// Listens to the window of whatever frame `frame` refers to at the time.
    /// `None` where there is no window, or where `src` is no URL.
    pub(crate) fn listen(frame: NodeRef, src: &str, dispatch: Callback<Msg>) -> Option<Self> {
        let window = web_sys::window()?;
        let origin = absolute(&window, src)?.origin();
        let listener = {
            let (frame, origin) = (frame.clone(), origin.clone());
            EventListener::new(&window, "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>()
                    && let Some(msg) = read(event, &frame, &origin)
                {
                    dispatch.emit(msg);
                }
            })
        };
        Some(Self { frame, origin, _listener: listener })
    }

    /// The extension's own origin.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// Posts to the extension's window, for its own origin alone.
    ///
    /// # Errors
    /// Why the browser did not.
    pub(crate) fn post(&self, value: &Value) -> Result<(), String> {
        let target = content_window(&self.frame).ok_or("the frame is gone")?;
        let value = JSON::parse(&value.to_string()).map_err(describe)?;
        target.post_message(&value, &self.origin).map_err(describe)
    }
}

/// The URL that the extension's page is loaded from: its own, and what the host adds to it.
pub(crate) fn frame_url(src: &str, frame: FrameLoad) -> Option<String> {
    let url = absolute(&web_sys::window()?, src)?;
    let parameters = url.search_params();
    parameters.set("plugin_id", PLUGIN_ID);
    parameters.set("theme", frame.theme.name());
    match frame.driver {
        Driver::Plain => parameters.set("connection", "plain"),
        Driver::Trusted => parameters.delete("connection"),
    }
    Some(url.href())
}

/// The time since the page was loaded.
pub(crate) fn now() -> Duration {
    let milliseconds = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now());
    Duration::try_from_secs_f64(milliseconds / 1_000.0).unwrap_or_default()
}

/// The page's query string.
pub(crate) fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Writes the query string into the page's address, without a step in its history.
pub(crate) fn set_query(query: &str) {
    let replace = || -> Option<()> {
        let window = web_sys::window()?;
        let location = window.location();
        let url = format!("{}{query}{}", location.pathname().ok()?, location.hash().ok()?);
        window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&url)).ok()
    };
    // Without it the choices are only lost at the next reload.
    let _ = replace();
}

/// `src`, seen from the page without its query: the simulator's own choices are none of the extension's business.
fn absolute(window: &Window, src: &str) -> Option<Url> {
    let location = window.location();
    let base = format!("{}{}", location.origin().ok()?, location.pathname().ok()?);
    Url::new_with_base(src, &base).ok()
}

fn content_window(frame: &NodeRef) -> Option<Window> {
    frame.cast::<HtmlIFrameElement>()?.content_window()
}

/// A message, if it came from the frame's window.
fn read(event: &MessageEvent, frame: &NodeRef, own: &str) -> Option<Msg> {
    let source = event.source()?;
    let window = content_window(frame)?;
    if !js_sys::Object::is(&source, &window) {
        return None;
    }
    let origin = event.origin();
    if origin != own {
        return Some(Msg::ReceivedFromElsewhere { origin });
    }
    Some(Msg::Received { origin, data: to_json(&event.data()) })
}

/// Everything that structured cloning lets through comes here, and much of it JSON has no form for.
fn to_json(data: &JsValue) -> Result<Value, String> {
    let text = JSON::stringify(data).map_err(describe)?;
    let text = text.as_string().ok_or_else(|| "undefined".to_owned())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// A thrown value, in its own words.
fn describe(error: JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| "unknown error".to_owned(), |error| error.message().into())
}
