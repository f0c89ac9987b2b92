//! Mounts an app in the page, and waits for what it shows.

use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, BaseComponent};

/// An app in its own element, destroyed when dropped.
pub struct Mounted<C: BaseComponent> {
    /// Yew's handle; `None` once destroyed.
    pub app: Option<AppHandle<C>>,
    root: Element,
}

impl<C: BaseComponent> Mounted<C> {
    /// Mounts the app at the end of the page.
    pub fn new(props: C::Properties) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let app = yew::Renderer::<C>::with_root_and_props(root.clone(), props).render();
        Self { app: Some(app), root }
    }

    /// Mounts an app and waits until it listens for messages. With [`new`](Self::new), Yew may still be waiting for a
    /// later task on a busy machine, and would miss messages that arrive before.
    pub async fn listening(props: C::Properties) -> Self {
        let app = Self::new(props);
        yew::scheduler::flush().await;
        app
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// Clicks the element of this selector.
    pub fn click(&self, selector: &str) {
        let element = self.root.query_selector(selector).unwrap().expect("an element to click");
        element.unchecked_into::<HtmlElement>().click();
    }

    /// Whether it has an element of this selector.
    pub fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    /// Destroys the app, and waits until that is done.
    pub async fn unmount(&mut self) {
        self.destroy();
        until("the app is gone", || self.root.child_nodes().length() == 0).await;
    }

    fn destroy(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    /// Waits until the app shows this text.
    pub async fn shows(&self, text: &str) {
        if !came(|| self.text().contains(text)).await {
            panic!("the page never showed {text:?}, it shows {:?}", self.text());
        }
    }
}

impl<C: BaseComponent> Drop for Mounted<C> {
    fn drop(&mut self) {
        self.destroy();
        self.root.remove();
    }
}

/// Waits for a condition; fails with its name after half a minute at the earliest: a busy machine may need seconds for
/// what usually takes milliseconds.
pub async fn until(what: &str, condition: impl FnMut() -> bool) {
    if !came(condition).await {
        panic!("never came: {what}");
    }
}

async fn came(mut condition: impl FnMut() -> bool) -> bool {
    for _ in 0..6_000 {
        if condition() {
            return true;
        }
        TimeoutFuture::new(5).await;
    }
    false
}

/// Waits until the callbacks of the next animation frame have run, including those requested before.
pub async fn animation_frame() {
    let frame = Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}
