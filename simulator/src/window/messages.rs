//! Messages between the windows of the simulator and the extensions.

use std::{collections::BTreeMap, rc::Rc};

use gloo_events::EventListener;
use js_sys::JSON;
use livechat_protocol::{PlacementKind, Report};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent, Window};
use yew::{Callback, NodeRef};

use super::iframe_url::absolute;
use crate::{
    extension::SimulatedExtension,
    model::{FrameOrigin, Msg},
};

/// An extension's current iframe element.
struct Iframe {
    element: NodeRef,
    /// The extension's origin: the only one to listen to and to post to.
    origin: String,
    /// The origin of its server, from the extension's address. Requests to the simulator's own origin need no CORS.
    server: String,
}

impl Iframe {
    fn window(&self) -> Option<Window> {
        self.element.cast::<HtmlIFrameElement>()?.content_window()
    }
}

/// The extensions' windows.
pub(crate) struct Windows {
    iframes: Rc<BTreeMap<PlacementKind, Iframe>>,
    _listener: Option<EventListener>,
}

impl Windows {
    /// Listens to the windows in the iframes. Skips an extension whose `src` is not a URL.
    pub(crate) fn listen(
        extensions: &[SimulatedExtension],
        elements: &BTreeMap<PlacementKind, NodeRef>,
        frame_origin: &FrameOrigin,
        dispatch: Callback<Msg>,
    ) -> Self {
        let iframe = |extension: &SimulatedExtension| {
            let origin = |at: &FrameOrigin| absolute(&extension.src, at).map(|url| url.origin());
            let element = elements.get(&extension.placement)?.clone();
            let iframe = Iframe { element, origin: origin(frame_origin)?, server: origin(&FrameOrigin::Own)? };
            Some((extension.placement, iframe))
        };
        // If a placement occurs twice, the first extension counts.
        let iframes: Rc<BTreeMap<_, _>> = Rc::new(extensions.iter().rev().filter_map(iframe).collect());
        let listener = web_sys::window().map(|window| {
            let iframes = Rc::clone(&iframes);
            EventListener::new(&window, "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>()
                    && let Some(msg) = read(event, &iframes)
                {
                    dispatch.emit(msg);
                }
            })
        });
        Self { iframes, _listener: listener }
    }

    /// The origin of the extension's server.
    pub(crate) fn server(&self, placement: PlacementKind) -> Option<&str> {
        self.iframes.get(&placement).map(|iframe| &*iframe.server)
    }

    /// Posts to the extension's window, restricted to its origin; with the fault "wrong origin", to the page in front
    /// of it, whose origin is opaque.
    ///
    /// # Errors
    /// The browser's error.
    pub(crate) fn post(&self, placement: PlacementKind, value: &Value, wrong_origin: bool) -> Result<(), String> {
        let iframe = self.iframes.get(&placement).ok_or("there is no such extension")?;
        let target = iframe.window().ok_or("the iframe is gone")?;
        let value = JSON::parse(&value.to_string()).map_err(describe)?;
        target.post_message(&value, if wrong_origin { "*" } else { &iframe.origin }).map_err(describe)
    }
}

/// Returns a message if its source is the window of an iframe, or the one nested in it.
fn read(event: &MessageEvent, iframes: &BTreeMap<PlacementKind, Iframe>) -> Option<Msg> {
    let source: Window = event.source()?.unchecked_into();
    let around = source.parent().ok().flatten();
    let is_in = |iframe: &Iframe| {
        let window = iframe.window();
        window.is_some() && (window.as_ref() == Some(&source) || window == around)
    };
    let (placement, iframe) = iframes.iter().find(|(_, iframe)| is_in(iframe))?;
    let (placement, origin, data) = (*placement, event.origin(), to_json(&event.data()));
    if origin != iframe.origin {
        return Some(Msg::ReceivedFromElsewhere { placement, origin });
    }
    match data.as_ref().ok().and_then(Report::from_wire) {
        Some(report) => Some(Msg::Reported { placement, report }),
        None => Some(Msg::Received { placement, origin, data }),
    }
}

/// Structured cloning allows values that JSON cannot represent.
fn to_json(data: &JsValue) -> Result<Value, String> {
    let text = JSON::stringify(data).map_err(describe)?;
    let text = text.as_string().ok_or_else(|| "undefined".to_owned())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// Describes a thrown value.
fn describe(error: JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| "unknown error".to_owned(), |error| error.message().into())
}
