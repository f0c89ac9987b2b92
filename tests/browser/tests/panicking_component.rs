//! A component that panics while rendering: the page and the console report it.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use browser_tests::{
    frame::{call, run_in},
    host::Host,
    page::until,
};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;
use yew_livechat::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

#[component]
fn Customer() -> Html {
    let customer = use_customer_profile().shown();
    let text =
        customer.map_or("nobody", |customer| if customer.name.is_none() { panic!("no name") } else { "somebody" });
    html! { { text } }
}

#[wasm_bindgen_test]
async fn fault_31_a_component_that_panics_is_told_of_on_screen_and_in_the_console() {
    let host = Host::new().await;
    let window = web_sys::window().unwrap();
    // A separate body: mounting empties it, and the test runner writes into the other.
    let set_up = "
        window.errors = [];
        console.error = (...said) => errors.push(said.join(' '));
        document.body.before(document.createElement('body'));";
    run_in(&window, set_up, &JsValue::NULL);
    let body = window.document().unwrap().body().unwrap();
    let shows = |text: &str| body.text_content().unwrap_or_default().contains(text);

    Extension::details().mount::<Customer>();
    until("the app", || shows("nobody")).await;
    host.connects();
    host.says(&call(r#"{"event_name":"livechat:customer_profile","event_data":{"id":"C1"}}"#));
    until("the notice", || shows("Something went wrong in this extension")).await;
    let link = body.query_selector("[role=alert] a").unwrap().expect("a link that reloads the page");
    let location = window.location();
    let page = [location.pathname().unwrap(), location.search().unwrap()].concat();
    assert_eq!(link.get_attribute("href"), Some(page), "it loads the page again");
    let notice = window.document().unwrap().get_element_by_id("yew-livechat-panic").unwrap();
    assert!(shows("no name") && shows("panicking_component.rs:"), "{:?}", body.text_content());
    assert!(shows("may be stale"), "{:?}", body.text_content());
    let covers = "const { width, height } = argument.getBoundingClientRect();
        return width >= document.documentElement.clientWidth && height >= document.documentElement.clientHeight;";
    assert_eq!(run_in(&window, covers, &notice), true, "the notice covers the stale content");
    let errors: Array = Reflect::get(&window, &"errors".into()).unwrap().into();
    let errors: Vec<String> = errors.iter().filter_map(|error| error.as_string()).collect();
    assert!(errors.iter().any(|error| error.contains("no name")), "{errors:?}");
    // The remains cannot be destroyed without the scheduler.
    std::mem::forget(host);
}
