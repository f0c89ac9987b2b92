//! A hook without a provider: the panic explains in one sentence how to get one.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use browser_tests::panic_message::{self, Dashboard};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_hook_without_a_provider_says_how_to_get_one() {
    let message = panic_message::of::<Dashboard>().await;
    assert_eq!(
        message,
        "`use_fullscreen_page` needs an `ExtensionProvider` above it: start the app with `Extension::fullscreen().mount::<App>()`"
    );
}
