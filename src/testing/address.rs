//! The address of the page that runs the tests.

use wasm_bindgen::JsValue;
use web_sys::Window;

use crate::platform;

/// Changes the address of the page until it is dropped, for a component with a router. Only in a browser.
///
/// ```no_run
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, testing::{Address, mount}};
///
/// # #[component]
/// # fn Desk() -> Html { html! {} }
/// // #[wasm_bindgen_test]
/// async fn an_order_has_a_page_of_its_own() {
///     let address = Address::set("/desk/orders/A-1");
///     let page = mount::<Desk>(Extension::fullscreen()).await;
///     page.click("All orders").await;
///     assert_eq!(address.path(), "/desk");
/// }
/// ```
#[derive(Debug)]
#[must_use = "dropping it restores the page's address"]
pub struct Address {
    window: Window,
    original: String,
}

impl Address {
    /// Sets the address, such as `/desk?task=7`. Nothing is loaded.
    ///
    /// # Panics
    /// If there is no browser, or the address has another origin.
    #[track_caller]
    pub fn set(address: &str) -> Self {
        let window = platform::window()
            .unwrap_or_else(|| panic!("`Address` sets the page's address: run the test in a browser"));
        let original = window.location().href().unwrap_or_default();
        let this = Self { window, original };
        assert!(this.go_to(address), "the page's address cannot be {address:?}: use a path on the page's origin");
        this
    }

    /// The path, such as `/desk`.
    #[must_use]
    pub fn path(&self) -> String {
        self.window.location().pathname().unwrap_or_default()
    }

    fn go_to(&self, address: &str) -> bool {
        let history = self.window.history();
        history.is_ok_and(|history| history.push_state_with_url(&JsValue::NULL, "", Some(address)).is_ok())
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        self.go_to(&self.original);
    }
}
