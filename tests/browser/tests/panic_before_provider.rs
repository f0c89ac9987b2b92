//! App code that panics before anything is rendered: the page shows a notice, and the host's loader disappears, on a
//! page without the prelude too.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use browser_tests::{host::Host, page::until};
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;
use yew_livechat::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

#[derive(Clone, PartialEq, Properties)]
struct BrokenProps {
    number: u32,
}

impl Default for BrokenProps {
    fn default() -> Self {
        panic!("no properties")
    }
}

#[component]
fn Broken(props: &BrokenProps) -> Html {
    html! { { props.number } }
}

#[wasm_bindgen_test]
async fn fault_40_after_a_panic_before_there_is_a_component_the_host_s_loader_gives_way_when_it_connects() {
    let host = Host::new().await;
    host.run("window.heard = []; addEventListener('message', event => heard.push(JSON.stringify(event.data)))");
    let inited = || host.run("return heard.filter(json => json.includes('plugin_inited')).length").as_f64();

    let mount = Closure::<dyn Fn()>::new(|| Extension::details().mount::<Broken>());
    // In JavaScript, which catches the trap, so that the test continues.
    let caught = Function::new_with_args("mount", "try { mount(); return false } catch { return true }");
    let mount: &Function = mount.as_ref().unchecked_ref();
    assert_eq!(caught.call1(&JsValue::NULL, mount).unwrap(), true, "it panics");
    let document = web_sys::window().unwrap().document().unwrap();
    let notice = document.get_element_by_id("yew-livechat-panic").expect("the notice");
    assert!(notice.text_content().unwrap_or_default().contains("no properties"), "{:?}", notice.text_content());
    host.connects();
    until("plugin_inited", || inited() == Some(1.0)).await;
    std::mem::forget(host);
}
