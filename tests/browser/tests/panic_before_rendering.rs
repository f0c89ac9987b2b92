//! A component that panics before anything has rendered: the host's loader does not stay over what the panic shows.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::show_panics};

#[allow(dead_code, reason = "the other tests use the rest")]
mod frame;
#[allow(dead_code, reason = "the other tests use the rest")]
mod page;
mod parent;

use frame::{Frame, HANDSHAKE, run_in};
use page::until;

wasm_bindgen_test_configure!(run_in_browser);

#[component]
fn App() -> Html {
    html! { <ExtensionProvider extension={Extension::details()}><Broken /></ExtensionProvider> }
}

#[component]
fn Broken() -> Html {
    panic!("broken from the beginning")
}

#[wasm_bindgen_test]
async fn fault_40_after_a_panic_before_the_first_render_the_host_s_loader_gives_way_when_it_connects() {
    show_panics();
    let host = Frame::new().await;
    let parent = parent::Parent::replaced_by(&host.window());
    let heard = "window.heard = []; addEventListener('message', event => heard.push(JSON.stringify(event.data)))";
    run_in(&host.window(), heard, &JsValue::NULL);
    let inited = || {
        let count = "return heard.filter(json => json.includes('plugin_inited')).length";
        run_in(&host.window(), count, &JsValue::NULL).as_f64()
    };
    let connect = |instance: &str| {
        let handshake = HANDSHAKE.replace("\"instance\":3", &format!("\"instance\":{instance}"));
        run_in(&host.window(), &format!("top.postMessage({handshake}, '*')"), &JsValue::NULL);
    };

    let app = page::Mounted::<App>::new(());
    let document = web_sys::window().unwrap().document().unwrap();
    until("the notice", || document.get_element_by_id("yew-livechat-panic").is_some()).await;
    connect("3");
    until("plugin_inited", || inited() == Some(1.0)).await;
    connect("4");
    until("plugin_inited on the next connection", || inited() == Some(2.0)).await;
    // Taking the app down would need the scheduler.
    std::mem::forget((app, parent));
}
