//! What the page's own scripts and the application say to each other.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{StartError, Toast};

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
