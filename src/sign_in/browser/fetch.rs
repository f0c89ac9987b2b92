//! Requests to the accounts server, by the browser's `fetch`.

use std::{cell::Cell, rc::Rc};

use futures_channel::oneshot;
use js_sys::{JSON, Promise};
use livechat_protocol::Payload;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::{
    platform::{HostValue, Timeout},
    sign_in::{token_answer::Response, token_request::Request},
};

/// How long a request may take, in milliseconds. Others wait for a renewal.
const PATIENCE: u32 = 30_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch)]
    fn browser_fetch(url: &str, init: &JsValue) -> Promise;

    type Answer;

    #[wasm_bindgen(method, getter)]
    fn status(this: &Answer) -> u16;

    #[wasm_bindgen(method, catch)]
    fn text(this: &Answer) -> Result<Promise, JsValue>;
}

/// Sends a request, and waits for its answer.
pub(super) async fn fetch(request: Request) -> Response<HostValue> {
    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(Cell::new(Some(sender)));
    let send = {
        let sender = Rc::clone(&sender);
        move |response| {
            if let Some(sender) = sender.take() {
                // Nobody has to wait for it.
                let _ = sender.send(response);
            }
        }
    };
    let _late = Timeout::new(PATIENCE, {
        let send = send.clone();
        move || send(Response::Unreachable)
    });
    spawn_local(async move { send(answer(&request).await) });
    receiver.await.unwrap_or(Response::Unreachable)
}

async fn answer(request: &Request) -> Response<HostValue> {
    let Ok(answer) = JsFuture::from(browser_fetch(&request.url, &init(request))).await else {
        // The browser does not say which: it may be that the answer lacks CORS headers.
        return if request.is_exchange() && is_reachable(&request.url).await {
            Response::Unreadable
        } else {
            Response::Unreachable
        };
    };
    let answer: &Answer = answer.unchecked_ref();
    let text = match answer.text() {
        Ok(text) => JsFuture::from(text).await,
        Err(error) => Err(error),
    };
    match text {
        Ok(text) => Response::Answered { status: answer.status(), body: text.as_string().as_deref().and_then(parse) },
        Err(_) => Response::Unreachable,
    }
}

/// Whether the server answers at all, to a request whose answer nobody reads.
async fn is_reachable(url: &str) -> bool {
    let init = HostValue::object(vec![("mode", HostValue::text("no-cors")), ("cache", HostValue::text("no-store"))]);
    JsFuture::from(browser_fetch(url, init.as_js())).await.is_ok()
}

fn init(request: &Request) -> JsValue {
    let text = |text: &str| HostValue::text(text);
    let mut headers = Vec::new();
    let bearer = request.bearer.as_ref().map(|token| ["Bearer ", token].concat());
    if let Some(bearer) = &bearer {
        headers.push(("authorization", text(bearer)));
    }
    let mut members = vec![("method", text(request.method)), ("cache", text("no-store"))];
    if request.is_exchange() {
        headers.push(("content-type", text("application/json")));
        members.push(("body", text(&stringify(&request.body_value()).unwrap_or_default())));
    }
    members.push(("headers", HostValue::object(headers)));
    HostValue::object(members).as_js().clone()
}

/// The value of a JSON text; `None` if it is none.
pub(super) fn parse(text: &str) -> Option<HostValue> {
    JSON::parse(text).ok().map(HostValue::from)
}

/// The JSON text of a value.
pub(super) fn stringify(value: &HostValue) -> Option<String> {
    JSON::stringify(value.as_js()).ok().map(String::from)
}
