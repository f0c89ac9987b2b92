//! The messages between the simulator's window and the extensions'.

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

/// An extension's iframe, whatever element it is at the time.
struct Iframe {
    element: NodeRef,
    /// The extension's own origin: the only one that is listened to and posted to.
    origin: String,
    /// The origin of its server, as the extension's address names it: to the simulator's own, requests need no CORS.
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
    /// Listens to the windows in the iframes. An extension whose `src` is no URL has none.
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
        // Of two extensions in one place, the first counts.
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

    /// Posts to the extension's window, for its own origin alone; to the page at the wrong origin in front of it, for
    /// that page's origin, which is opaque.
    ///
    /// # Errors
    /// Why the browser did not.
    pub(crate) fn post(&self, placement: PlacementKind, value: &Value, wrong_origin: bool) -> Result<(), String> {
        let iframe = self.iframes.get(&placement).ok_or("there is no such extension")?;
        let target = iframe.window().ok_or("the frame is gone")?;
        let value = JSON::parse(&value.to_string()).map_err(describe)?;
        target.post_message(&value, if wrong_origin { "*" } else { &iframe.origin }).map_err(describe)
    }
}

/// A message, if it came from the window in an iframe, or from the one within that: its source says which.
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
