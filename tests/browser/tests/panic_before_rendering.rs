//! A component that panics before anything has rendered: the host's loader does not cover the notice.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use browser_tests::{
    frame::HANDSHAKE,
    host::Host,
    page::{Mounted, until},
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::show_panics};

wasm_bindgen_test_configure!(run_in_browser);

#[component]
fn App() -> Html {
    let texts = Texts { panicked: "Ein Fehler.", load_again: "Neu laden", ..Texts::default() };
    html! { <ExtensionProvider extension={Extension::details().texts(texts)}><Broken /></ExtensionProvider> }
}

#[component]
fn Broken() -> Html {
    panic!("broken from the beginning")
}

#[wasm_bindgen_test]
async fn fault_40_after_a_panic_before_the_first_render_the_host_s_loader_gives_way_when_it_connects() {
    show_panics();
    let host = Host::new().await;
    host.run("window.heard = []; addEventListener('message', event => heard.push(JSON.stringify(event.data)))");
    let inited = || host.run("return heard.filter(json => json.includes('plugin_inited')).length").as_f64();
    let connect = |instance: &str| host.says(&HANDSHAKE.replace("\"instance\":3", &format!("\"instance\":{instance}")));

    let app = Mounted::<App>::new(());
    let document = web_sys::window().unwrap().document().unwrap();
    until("the notice", || document.get_element_by_id("yew-livechat-panic").is_some()).await;
    let notice = document.get_element_by_id("yew-livechat-panic").unwrap();
    let text = notice.text_content().unwrap_or_default();
    assert!(text.starts_with("Ein Fehler. Neu laden"), "in the extension's own words: {text}");
    assert!(text.contains("broken from the beginning\n\nat tests/browser/tests/panic_before_rendering.rs:"), "{text}");
    connect("3");
    until("plugin_inited", || inited() == Some(1.0)).await;
    connect("4");
    until("plugin_inited on the next connection", || inited() == Some(2.0)).await;
    // Destroying the app would need the scheduler.
    std::mem::forget((app, host));
}
