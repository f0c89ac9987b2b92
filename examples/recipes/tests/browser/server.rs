//! A server that answers when the test says so: it stands in for the browser's `fetch`.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Promise, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, Response, ResponseInit};

use yew_livechat::testing::until;

/// A request under way.
struct Pending {
    request: Request,
    answer: Function,
}

/// The requests, oldest first. Dropped, it gives the browser its `fetch` back.
pub(crate) struct Server {
    pending: Rc<RefCell<Vec<Pending>>>,
    original: JsValue,
    _fetch: Closure<dyn FnMut(Request) -> Promise>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let pending: Rc<RefCell<Vec<Pending>>> = Rc::default();
        let fetch = {
            let pending = Rc::clone(&pending);
            Closure::new(move |request: Request| {
                Promise::new(&mut |answer, _| pending.borrow_mut().push(Pending { request: same(&request), answer }))
            })
        };
        let window = web_sys::window().unwrap();
        let original = Reflect::get(&window, &"fetch".into()).unwrap();
        Reflect::set(&window, &"fetch".into(), fetch.as_ref()).unwrap();
        Self { pending, original, _fetch: fetch }
    }

    /// Waits for a request for an address that ends so.
    pub(crate) async fn request(&self, url: &str) -> Request {
        until(url, || self.pending_for(url).is_some()).await;
        self.pending_for(url).expect("it was just there")
    }

    /// Answers the oldest request for an address that ends so.
    pub(crate) async fn answer(&self, url: &str, status: u16, body: &Value) {
        self.request(url).await;
        let mut pending = self.pending.borrow_mut();
        let index = pending.iter().position(|pending| pending.request.url().ends_with(url)).unwrap();
        let init = ResponseInit::new();
        init.set_status(status);
        let response = Response::new_with_opt_str_and_init(Some(&body.to_string()), &init).unwrap();
        pending.remove(index).answer.call1(&JsValue::NULL, &response).unwrap();
    }

    fn pending_for(&self, url: &str) -> Option<Request> {
        let pending = self.pending.borrow();
        pending.iter().find(|pending| pending.request.url().ends_with(url)).map(|found| same(&found.request))
    }

    /// How many requests are not answered yet.
    pub(crate) fn waiting(&self) -> usize {
        self.pending.borrow().len()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let window = web_sys::window().unwrap();
        Reflect::set(&window, &"fetch".into(), &self.original).unwrap();
    }
}

/// The same request, and not the browser's copy of it, which `request.clone()` is.
fn same(request: &Request) -> Request {
    Clone::clone(request)
}

/// What a request sends, as JSON.
pub(crate) async fn body(request: &Request) -> Value {
    let text = JsFuture::from(request.text().unwrap()).await.unwrap();
    serde_json::from_str(&text.dyn_into::<js_sys::JsString>().map(String::from).unwrap()).unwrap()
}
