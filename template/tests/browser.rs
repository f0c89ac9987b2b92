//! The extension in a browser, with a scripted host: `cargo test --target wasm32-unknown-unknown`.

#![cfg(target_arch = "wasm32")]

use app::App;
use gloo_timers::future::TimeoutFuture;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;
use yew_livechat::{ExtensionProvider, testing::ScriptedHost};

wasm_bindgen_test_configure!(run_in_browser);

#[derive(Clone, PartialEq, Properties)]
struct HostedProps {
    host: ScriptedHost,
}

#[component]
fn Hosted(props: &HostedProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <App />
        </ExtensionProvider>
    }
}

async fn until(condition: impl Fn() -> bool) {
    for _ in 0..1_000 {
        if condition() {
            return;
        }
        TimeoutFuture::new(5).await;
    }
    panic!("it never came");
}

#[wasm_bindgen_test]
async fn a_click_puts_the_greeting_into_the_message_input() {
    let host = ScriptedHost::new();
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<Hosted>::with_root_and_props(root.clone(), HostedProps { host: host.clone() }).render();
    until(|| !host.commands().is_empty()).await;

    host.send("customer_profile", &json!({ "id": "C1", "name": "Mary Brown", "chat": {} })).unwrap();
    until(|| root.text_content().unwrap_or_default().contains("Mary Brown")).await;
    let button = root.query_selector("button").unwrap().unwrap();
    button.unchecked_into::<web_sys::HtmlElement>().click();

    let greeting = json!("Hello Mary Brown! How can I help you today?");
    assert_eq!(host.commands().last().unwrap(), &("put_message".to_owned(), greeting));
}
