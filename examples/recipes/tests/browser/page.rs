//! An extension on a page of the test's, with a scripted host around it.

use gloo_timers::future::TimeoutFuture;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};
use yew::{AppHandle, html::IntoPropValue, prelude::*};
use yew_livechat::{Extension, ExtensionProvider, Placement, Setup, testing::ScriptedHost};

/// The page, and the host around it. The extension is taken down with this value.
pub(crate) struct Page {
    pub(crate) host: ScriptedHost,
    root: Element,
    app: Option<AppHandle<Hosted>>,
}

#[derive(Clone, PartialEq, Properties)]
struct HostedProps {
    extension: Setup,
    children: Html,
}

#[component]
fn Hosted(props: &HostedProps) -> Html {
    html! { <ExtensionProvider extension={props.extension.clone()}>{ props.children.clone() }</ExtensionProvider> }
}

impl Page {
    /// Opens an extension in a placement, and waits until it has told the host that it is there.
    pub(crate) async fn open<P: Placement>(placement: fn(&ScriptedHost) -> Extension<P>, children: Html) -> Self {
        let host = ScriptedHost::new();
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let props = HostedProps { extension: placement(&host).into_prop_value(), children };
        let app = yew::Renderer::<Hosted>::with_root_and_props(root.clone(), props).render();
        let page = Self { host, root, app: Some(app) };
        page.sends("plugin_inited", Value::Null).await;
        page
    }

    /// Waits until the page shows this text.
    pub(crate) async fn shows(&self, text: &str) {
        until(text, || self.text().contains(text).then_some(())).await;
    }

    /// All text on the page.
    pub(crate) fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// The first element that a selector finds.
    pub(crate) fn element(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    /// Waits until a selector finds something.
    pub(crate) async fn has(&self, selector: &str) {
        until(selector, || self.element(selector)).await;
    }

    /// Waits for the first button that has this text in it and can be pressed, and clicks it.
    pub(crate) async fn click(&self, says: &str) {
        let button = until(says, || {
            let buttons = self.root.query_selector_all("button:not([disabled])").unwrap();
            (0..buttons.length())
                .filter_map(|index| buttons.get(index))
                .find(|button| button.text_content().is_some_and(|text| text.contains(says)))
        });
        button.await.unchecked_into::<HtmlElement>().click();
    }

    /// Types into the first field.
    pub(crate) fn fill(&self, text: &str) {
        let field = self.element("input").unwrap();
        field.unchecked_ref::<HtmlInputElement>().set_value(text);
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &bubbles).unwrap()).unwrap();
    }

    /// Waits until the host has received a command with these data.
    pub(crate) async fn sends(&self, name: &str, data: Value) {
        let command = (name.to_owned(), data);
        until(&format!("{command:?}"), || self.host.commands().contains(&command).then_some(())).await;
    }

    /// How often the host has received a command.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.host.commands().iter().filter(|(command, _)| command == name).count()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

/// Waits for what is to come, for ten seconds at the most.
pub(crate) async fn until<T>(what: &str, comes: impl Fn() -> Option<T>) -> T {
    for _ in 0..2_000 {
        if let Some(it) = comes() {
            return it;
        }
        TimeoutFuture::new(5).await;
    }
    panic!("this never came: {what}");
}
