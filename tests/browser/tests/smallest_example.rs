//! Runs the README's smallest example.

// The exact text of the README, which `build.rs` extracts.
include!(concat!(env!("OUT_DIR"), "/smallest_example.rs"));

use browser_tests::page::{Mounted, until};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::testing::ScriptedHost;

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <Sidebar />
        </ExtensionProvider>
    }
}

#[wasm_bindgen_test]
async fn the_smallest_example_shows_the_customer_and_inserts_a_greeting() {
    let host = ScriptedHost::new();
    let app = Mounted::<App>::new(AppProps { host: host.clone() });
    app.shows("Open a chat to see the customer").await;
    until("connected", || !host.commands().is_empty()).await;
    host.send("customer_profile", &json!({ "id": "C1", "name": "Mary Brown", "chat": {} })).unwrap();
    app.shows("Mary Brown").await;
    app.click("button");
    assert_eq!(host.commands().last().unwrap(), &("put_message".to_owned(), json!("Hello! How can I help?")));
}
