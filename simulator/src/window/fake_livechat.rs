//! The fake LiveChat's control endpoints: its event stream, its switches and its actions.

use gloo_events::EventListener;
use gloo_net::http::{Request, Response};
use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use web_sys::{Event, EventSource, MessageEvent};
use yew::Callback;

use crate::{
    fake_servers::fake_api,
    model::{FakeRequest, Msg, other_name},
};

/// The fake's stream of events, until it is dropped.
pub(crate) struct FakeEvents {
    source: EventSource,
    _listeners: [EventListener; 3],
}

impl FakeEvents {
    /// Opens the stream, after the event with this id or from now on. Returns `None` if the browser can't, or if the
    /// simulator's page is not from this machine, such as a page of a website: its visitors have no fake, and browsers
    /// would ask them whether the website may connect to their machine.
    pub(crate) fn listen(after: Option<&str>, dispatch: &Callback<Msg>) -> Option<Self> {
        other_name(&web_sys::window()?.location().hostname().ok()?)?;
        let query = after.map(|id| ["?after=", &encoded(id)].concat()).unwrap_or_default();
        let source = EventSource::new(&format!("{}/fake/events{query}", fake_api())).ok()?;
        let listen = |name: &'static str, read: fn(&Event) -> Option<Msg>| {
            let dispatch = dispatch.clone();
            EventListener::new(&source, name, move |event| {
                if let Some(msg) = read(event) {
                    dispatch.emit(msg);
                }
            })
        };
        let listeners = [
            listen("switches", |event| Some(Msg::FakeSwitches(json::<Map<String, Value>>(event)?))),
            listen("event", |event| {
                let id = event.dyn_ref::<MessageEvent>()?.last_event_id();
                Some(Msg::FakeEvent { id, data: json(event)? })
            }),
            listen("error", |_| Some(Msg::FakeLost)),
        ];
        Some(Self { source, _listeners: listeners })
    }
}

impl Drop for FakeEvents {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// The data of an event.
fn json<T: serde::de::DeserializeOwned>(event: &Event) -> Option<T> {
    serde_json::from_str(&event.dyn_ref::<MessageEvent>()?.data().as_string()?).ok()
}

/// Sends a request to the fake.
///
/// # Errors
/// The error, in words for the user of the simulator.
pub(crate) async fn ask_fake(request: &FakeRequest) -> Result<Value, String> {
    let response = send(request).await.map_err(|_| format!("The fake LiveChat doesn't answer at {}.", fake_api()))?;
    let answer: Value = response.json().await.unwrap_or_default();
    if response.ok() {
        return Ok(answer);
    }
    let reason = answer.get("error").and_then(Value::as_str).unwrap_or("no reason given");
    Err(format!("The fake LiveChat refused the request: {reason}."))
}

async fn send(request: &FakeRequest) -> Result<Response, gloo_net::Error> {
    let at = |path: &str| format!("{}/fake/{path}", fake_api());
    match request {
        FakeRequest::Set(switches) => Request::put(&at("switches")).json(switches)?.send().await,
        FakeRequest::ExpireTokens => Request::post(&at("expire-tokens")).send().await,
        FakeRequest::Reset => Request::post(&at("reset")).send().await,
    }
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
