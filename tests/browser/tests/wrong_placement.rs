//! A hook of another placement: the panic explains in one sentence which provider is missing.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use browser_tests::panic_message::{self, Dashboard};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::ScriptedHost};

wasm_bindgen_test_configure!(run_in_browser);

#[component]
fn App() -> Html {
    html! { <ExtensionProvider extension={ScriptedHost::new().details()}><Dashboard /></ExtensionProvider> }
}

#[wasm_bindgen_test]
async fn a_hook_of_another_placement_says_which_provider_is_missing() {
    let message = panic_message::of::<App>().await;
    assert_eq!(
        message,
        "`use_fullscreen_page` needs an extension started with `Extension::fullscreen()`, but this one was started with `Extension::details()`"
    );
}
