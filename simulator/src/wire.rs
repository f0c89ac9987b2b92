//! The window: what comes from the frames, what goes to them, and where they are loaded from.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use gloo_events::EventListener;
use gloo_net::http::Request;
use js_sys::JSON;
use livechat_protocol::{Driver, PlacementKind};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent, RequestCache, RequestMode, Url, Window};
use yew::{Callback, NodeRef};

use crate::{
    extension::SimulatedExtension,
    frame_origin::{FrameOrigin, OtherName, other_name},
    model::FrameLoad,
    msg::Msg,
    query,
};

/// What the frame's URL says of who loads it.
const PLUGIN_ID: &str = "simulator";
/// Has a development build wait so many milliseconds before it starts.
const SLOW_START: &str = "slow_start";
/// What a development build's bridge marks the reports with that it sends to a simulator.
const REFUSED: &str = "yew-livechat:refused";
const SKIPPED: &str = "yew-livechat:skipped";

/// An extension's frame, whatever element it is at the time.
struct End {
    frame: NodeRef,
    /// The extension's own origin: the only one that is listened to and posted to.
    origin: String,
    /// The origin of its server, as the extension's address names it: to the simulator's own, requests need no CORS.
    server: String,
}

type Ends = Rc<BTreeMap<PlacementKind, End>>;

/// The ways between the simulator and the extensions' windows.
pub(crate) struct Wire {
    ends: Ends,
    _listener: Option<EventListener>,
}

impl Wire {
    /// Listens to the windows of the frames. An extension whose `src` is no URL has none.
    pub(crate) fn listen(
        extensions: &[SimulatedExtension],
        frames: &BTreeMap<PlacementKind, NodeRef>,
        frame_origin: &FrameOrigin,
        dispatch: Callback<Msg>,
    ) -> Self {
        let window = web_sys::window();
        let end = |extension: &SimulatedExtension| {
            let origin = |at: &FrameOrigin| absolute(window.as_ref()?, &extension.src, at).map(|url| url.origin());
            let frame = frames.get(&extension.placement)?.clone();
            let end = End { frame, origin: origin(frame_origin)?, server: origin(&FrameOrigin::Own)? };
            Some((extension.placement, end))
        };
        // Of two extensions in one place, the first counts.
        let ends: Ends = Rc::new(extensions.iter().rev().filter_map(end).collect());
        let listener = window.as_ref().map(|window| {
            let ends = Rc::clone(&ends);
            EventListener::new(window, "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>()
                    && let Some(msg) = read(event, &ends)
                {
                    dispatch.emit(msg);
                }
            })
        });
        Self { ends, _listener: listener }
    }

    /// The origin of the extension's server.
    pub(crate) fn server(&self, placement: PlacementKind) -> Option<&str> {
        self.ends.get(&placement).map(|end| &*end.server)
    }

    /// Posts to the extension's window, for its own origin alone; to the page at the wrong origin that stands before
    /// it, for that one's, which has no name.
    ///
    /// # Errors
    /// Why the browser did not.
    pub(crate) fn post(&self, placement: PlacementKind, value: &Value, wrong_origin: bool) -> Result<(), String> {
        let end = self.ends.get(&placement).ok_or("there is no such extension")?;
        let target = content_window(&end.frame).ok_or("the frame is gone")?;
        let value = JSON::parse(&value.to_string()).map_err(describe)?;
        target.post_message(&value, if wrong_origin { "*" } else { &end.origin }).map_err(describe)
    }
}

/// The URL that the extension's page is loaded from: its own, and what the host adds to it.
pub(crate) fn frame_url(src: &str, origin: &FrameOrigin, frame: FrameLoad) -> Option<String> {
    let url = absolute(&web_sys::window()?, src, origin)?;
    let parameters = url.search_params();
    parameters.set("plugin_id", PLUGIN_ID);
    parameters.set("theme", frame.theme.name());
    match frame.driver {
        Driver::Plain => parameters.set("connection", "plain"),
        Driver::Trusted => parameters.delete("connection"),
    }
    if frame.slow_start.is_zero() {
        parameters.delete(SLOW_START);
    } else {
        parameters.set(SLOW_START, &frame.slow_start.as_millis().to_string());
    }
    Some(if frame.wrong_origin { behind_wrong_origin(&url.href()) } else { url.href() })
}

/// A page that hosts the extension's, and passes on what the simulator posts. A `data:` page has an origin that is
/// nobody's: to the extension, the host's messages come from there.
fn behind_wrong_origin(url: &str) -> String {
    let url = url.replace('&', "&amp;").replace('"', "&quot;");
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>Wrong origin</title>\
        <style>html,body{{margin:0;height:100%}}iframe{{display:block;width:100%;height:100%;border:0}}</style>\
        <iframe title=\"Behind a wrong origin\" src=\"{url}\"></iframe>\
        <script>addEventListener('message',e=>e.source===parent&&frames[0].postMessage(e.data,'*'))</script>"
    );
    format!("data:text/html,{}", query::encode(&page))
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

/// `src`, seen from the page at that origin, without its query: that holds the simulator's own choices.
fn absolute(window: &Window, src: &str, origin: &FrameOrigin) -> Option<Url> {
    let location = window.location();
    let own = location.origin().ok()?;
    let origin = if let FrameOrigin::Other(origin) = origin { origin } else { &*own };
    Url::new_with_base(src, &format!("{origin}{}", location.pathname().ok()?)).ok()
}

/// Asks whether the page's server answers at the other loopback name too. What it answers is not readable there.
pub(crate) async fn ask_other_name() -> OtherName {
    let origin = || -> Option<Rc<str>> {
        let url = Url::new(&web_sys::window()?.location().origin().ok()?).ok()?;
        url.set_hostname(other_name(&url.hostname())?);
        Some(url.origin().into())
    };
    let Some(origin) = origin() else { return OtherName::Missing };
    let request = Request::get(&origin).mode(RequestMode::NoCors).cache(RequestCache::NoStore).send();
    if request.await.is_ok() { OtherName::Answers(origin) } else { OtherName::Silent(origin) }
}

fn content_window(frame: &NodeRef) -> Option<Window> {
    frame.cast::<HtmlIFrameElement>()?.content_window()
}

/// A message, if it came from the window of a frame, or of the one in it: which one, its source tells.
fn read(event: &MessageEvent, ends: &BTreeMap<PlacementKind, End>) -> Option<Msg> {
    let source: Window = event.source()?.unchecked_into();
    let around = source.parent().ok().flatten();
    let is_in = |end: &End| {
        let window = content_window(&end.frame);
        window.is_some() && (window.as_ref() == Some(&source) || window == around)
    };
    let (placement, end) = ends.iter().find(|(_, end)| is_in(end))?;
    let (placement, origin, data) = (*placement, event.origin(), to_json(&event.data()));
    if origin != end.origin {
        return Some(Msg::ReceivedFromElsewhere { placement, origin });
    }
    let report = |mark: &str| data.as_ref().ok().and_then(|data| data.get(mark));
    let text = |report: &Value, member| report.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(refused) = report(REFUSED) {
        return Some(Msg::Refused { placement, origin: text(refused, "origin"), reason: text(refused, "reason") });
    }
    if let Some(skipped) = report(SKIPPED) {
        return Some(Msg::Skipped { placement, field: text(skipped, "field") });
    }
    Some(Msg::Received { placement, origin, data })
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
