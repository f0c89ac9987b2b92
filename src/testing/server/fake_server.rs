//! The server.

use std::{
    cell::RefCell,
    future::Future,
    panic::Location,
    rc::{Rc, Weak},
};

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsValue, closure::Closure};

use super::{answer::Answer, pattern::Pattern, received::Received, requests::Requests};
use crate::platform;

thread_local! {
    static RUNNING: RefCell<Weak<Requests>> = const { RefCell::new(Weak::new()) };
}

/// A server that answers when the test says so, in any order. Until it is dropped it replaces the browser's `fetch`,
/// which gloo-net and other libraries use.
///
/// Requests are identified by the end of their address, with the query, `"/api/orders?customer=C1"`, or without,
/// `"/api/orders"`, and optionally by method, `"PUT /api/orders"`. Only in a browser: nothing sends requests
/// natively.
///
/// ```no_run
/// use serde_json::json;
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, testing::{Answer, FakeServer, mount}};
///
/// # #[component]
/// # fn Orders() -> Html { html! {} }
/// // #[wasm_bindgen_test]
/// async fn orders_come_or_an_error_does() {
///     let server = FakeServer::start();
///     let page = mount::<Orders>(Extension::details()).await;
///     page.open_chat(&json!({ "id": "C1" })).await;
///     server.answer("/api/orders?customer=C1", Answer::NoNetwork).await;
///     page.click("Try again").await;
///     server.answer("/api/orders?customer=C1", json!([{ "number": "A-1" }])).await;
///     page.shows("A-1").await;
/// }
/// ```
#[must_use = "dropping it restores the browser's `fetch`"]
pub struct FakeServer {
    requests: Rc<Requests>,
    _fetch: Closure<dyn FnMut(JsValue, JsValue) -> Promise>,
}

impl FakeServer {
    /// Starts the server.
    ///
    /// Replaces one that a failed test has left behind: in WebAssembly, a panic drops nothing.
    ///
    /// # Panics
    /// If there is no browser.
    #[track_caller]
    pub fn start() -> Self {
        let window = platform::window()
            .unwrap_or_else(|| panic!("`FakeServer` replaces the browser's `fetch`: run the test in a browser"));
        let original = match running() {
            Some(left_behind) => left_behind.original.clone(),
            None => Reflect::get(&window, &"fetch".into()).unwrap_or_default(),
        };
        let requests = Rc::new(Requests::instead_of(original));
        let fetch = {
            let requests = Rc::clone(&requests);
            Closure::new(move |input: JsValue, init: JsValue| {
                Promise::new(&mut |resolve, reject| requests.fetch(&input, &init, resolve, reject))
            })
        };
        let is_set = Reflect::set(&window, &"fetch".into(), fetch.as_ref());
        assert!(is_set.is_ok(), "the browser does not allow replacing `fetch`");
        RUNNING.set(Rc::downgrade(&requests));
        Self { requests, _fetch: fetch }
    }

    /// Waits up to ten seconds for a request, and leaves it pending.
    ///
    /// # Panics
    /// If there is none; the message lists the pending ones.
    #[track_caller]
    pub fn request(&self, request: &str) -> impl Future<Output = Received> {
        let (at, requests, pattern) = (Location::caller(), Rc::clone(&self.requests), Pattern::new(request));
        async move { requests.next(&pattern, at).await }
    }

    /// Waits up to ten seconds for a request, and answers it: the oldest, if there are several. Plain JSON is an
    /// answer with status 200.
    ///
    /// # Panics
    /// If there is none; the message lists the pending ones.
    #[track_caller]
    pub fn answer(&self, request: &str, answer: impl Into<Answer>) -> impl Future<Output = ()> {
        let (at, requests, request) = (Location::caller(), Rc::clone(&self.requests), request.to_owned());
        let answer = answer.into();
        async move { requests.answer(&request, &answer, at).await }
    }

    /// Answers matching requests immediately from now on. Later calls take precedence.
    pub fn always(&self, request: &str, answer: impl Into<Answer>) {
        self.requests.always(Pattern::new(request), answer.into());
    }

    /// The number of pending requests, without those that the page has aborted.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.requests.count()
    }
}

/// The requests of the running server.
pub(in crate::testing) fn running() -> Option<Rc<Requests>> {
    RUNNING.with_borrow(Weak::upgrade)
}

impl Drop for FakeServer {
    fn drop(&mut self) {
        let is_running = running().is_some_and(|running| Rc::ptr_eq(&running, &self.requests));
        if let (true, Some(window)) = (is_running, platform::window()) {
            // What was replaced once can be replaced again.
            let _ = Reflect::set(&window, &"fetch".into(), &self.requests.original);
        }
    }
}

impl std::fmt::Debug for FakeServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FakeServer").field("waiting", &self.waiting()).finish_non_exhaustive()
    }
}
