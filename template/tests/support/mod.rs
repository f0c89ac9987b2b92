//! The extension on a page of the test's, with a scripted host.

use app::App;
use gloo_timers::future::TimeoutFuture;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};
use yew::{html::IntoPropValue, prelude::*};
use yew_livechat::{Extension, ExtensionProvider, Placement, Setup, testing::ScriptedHost};

/// The page, and the host around it.
pub struct Page {
    pub host: ScriptedHost,
    root: Element,
}

#[derive(Clone, PartialEq, Properties)]
struct HostedProps {
    extension: Setup,
}

#[component]
fn Hosted(props: &HostedProps) -> Html {
    html! { <ExtensionProvider extension={props.extension.clone()}><App /></ExtensionProvider> }
}

impl Page {
    /// Opens the extension in a placement, and waits until it has told the host that it is there.
    pub async fn open<P: Placement>(placement: fn(&ScriptedHost) -> Extension<P>) -> Self {
        let host = ScriptedHost::new();
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let extension = placement(&host).into_prop_value();
        yew::Renderer::<Hosted>::with_root_and_props(root.clone(), HostedProps { extension })
            .render();
        let page = Self { host, root };
        page.sends("plugin_inited", Value::Null).await;
        page
    }

    /// Waits until the page shows this text.
    pub async fn shows(&self, text: &str) {
        until(text, || self.text().contains(text).then_some(())).await;
    }

    /// All text on the page.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// Waits for the first button that says this, and clicks it.
    pub async fn click(&self, says: &str) {
        let button = until(says, || {
            let buttons = self.root.query_selector_all("button").unwrap();
            let mut buttons = (0..buttons.length()).filter_map(|index| buttons.get(index));
            buttons.find(|button| {
                button
                    .text_content()
                    .is_some_and(|text| text.trim() == says)
            })
        });
        button.await.unchecked_into::<HtmlElement>().click();
    }

    /// Types into the first field.
    #[allow(dead_code, reason = "not every extension has one")]
    pub fn fill(&self, text: &str) {
        let field = self.root.query_selector("input").unwrap().unwrap();
        field.unchecked_ref::<HtmlInputElement>().set_value(text);
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &bubbles).unwrap();
        field.dispatch_event(&event).unwrap();
    }

    /// Waits until the host has received a command with these data.
    pub async fn sends(&self, name: &str, data: Value) {
        let command = (name.to_owned(), data);
        let sent = || self.host.commands().contains(&command).then_some(());
        until(&format!("{command:?}"), sent).await;
    }
}

/// Waits for what is to come, for ten seconds at the most.
async fn until<T>(what: &str, comes: impl Fn() -> Option<T>) -> T {
    for _ in 0..2_000 {
        if let Some(it) = comes() {
            return it;
        }
        TimeoutFuture::new(5).await;
    }
    panic!("this never came: {what}");
}
