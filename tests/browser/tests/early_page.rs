//! The interface between the page's own scripts and the application.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{Extension, Extensions, StartError, Toast};

/// Runs a script in the test's page.
fn run(script: &str) -> JsValue {
    Function::new_no_args(script).call0(&JsValue::NULL).unwrap()
}

#[wasm_bindgen_test]
fn fault_40_an_error_that_main_returns_is_told_to_the_page() {
    run("window.yewLivechat = { failed(error) { window.failure = error } }");
    let main = || -> Result<(), StartError> {
        Toast::success(" ")?;
        Ok(())
    };
    let error = main().unwrap_err();
    let expected = "`toast.content` is empty: it needs text";
    assert_eq!(format!("{error:?}"), expected);
    let window = web_sys::window().unwrap();
    assert_eq!(Reflect::get(&window, &"failure".into()).unwrap(), expected);
    run("delete window.yewLivechat; delete window.failure");
}

#[wasm_bindgen_test]
fn an_error_that_main_returns_is_an_error_on_a_page_without_the_scripts_too() {
    let error = StartError::from(Toast::success("").unwrap_err());
    assert_eq!(format!("{error:?}"), "`toast.content` is empty: it needs text");
}

#[component]
fn Nothing() -> Html {
    Html::default()
}

#[wasm_bindgen_test]
fn an_address_without_an_extension_is_told_without_the_host_s_loader_above_it() {
    run("window.yewLivechat = { giveWay() { window.gaveWay = true } }");
    Extensions::new().at::<Nothing>("no-page-of-a-test", Extension::settings()).mount();
    let told = "const shown = document.querySelector('.lc-empty-state'); \
                return window.gaveWay && window.yewLivechat.notice.contains(shown) && shown.textContent";
    let told = run(told).as_string().unwrap_or_default();
    assert!(told.starts_with("There is no extension at this address"), "{told}");
    run("window.yewLivechat.notice.remove(); delete window.yewLivechat; delete window.gaveWay");
}
