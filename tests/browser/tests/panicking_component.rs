//! A component that panics while it renders: the page says so, instead of being silently dead.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    testing::{ScriptedHost, show_panics},
};

#[allow(dead_code, reason = "the other tests use the rest")]
mod page;

wasm_bindgen_test_configure!(run_in_browser);

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <Surface theme={Theme::Light}><Customer /></Surface>
        </ExtensionProvider>
    }
}

#[component]
fn Customer() -> Html {
    let customer = use_customer_profile().shown();
    let text =
        customer.map_or("nobody", |customer| if customer.name.is_none() { panic!("no name") } else { "somebody" });
    html! { { text } }
}

#[wasm_bindgen_test]
async fn fault_31_a_component_that_panics_is_told_of_on_screen() {
    show_panics();
    let host = ScriptedHost::new();
    let app = page::Mounted::<App>::new(AppProps { host: host.clone() });
    app.shows("nobody").await;
    page::until("connected", || !host.commands().is_empty()).await;
    host.send("customer_profile", &json!({ "id": "C1", "chat": {} })).unwrap();
    app.shows("Something went wrong in this extension").await;
    let document = web_sys::window().unwrap().document().unwrap();
    let link = document.query_selector("[role=alert] a").unwrap().expect("a way out");
    assert_eq!(link.get_attribute("href").as_deref(), Some(""), "it loads the page again");
    // Taking it down would need the scheduler.
    std::mem::forget(app);
}
