use recipes::order_pages::OrderPages;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{mount, until},
};

fn window() -> web_sys::Window {
    web_sys::window().unwrap()
}

fn address() -> String {
    window().location().pathname().unwrap()
}

fn go_to(address: &str) {
    window().history().unwrap().push_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
}

/// Gives the page of all tests its address back.
struct AddressOfTests(String);

impl Drop for AddressOfTests {
    fn drop(&mut self) {
        go_to(&self.0);
    }
}

// ANCHOR: test
#[wasm_bindgen_test]
async fn an_order_has_an_address_of_its_own() {
    let _restored = AddressOfTests(address());
    go_to("/desk");
    let page = mount::<OrderPages>(Extension::fullscreen()).await;
    page.click("Desk lamp").await;
    page.shows("Order A-1024").await;
    assert_eq!(address(), "/desk/orders/A-1024");

    window().history().unwrap().back().unwrap();
    page.gone("Order A-1024").await;
    page.shows("Chair").await;
    window().history().unwrap().forward().unwrap();
    page.shows("Order A-1024").await;

    // A reload starts again at the same address.
    drop(page);
    let page = mount::<OrderPages>(Extension::fullscreen()).await;
    page.shows("Order A-1024").await;
    page.click("All orders").await;
    page.shows("Chair").await;
    until("the list's address", || address() == "/desk").await;
}
// ANCHOR_END: test

#[wasm_bindgen_test]
async fn an_address_that_leads_nowhere_says_so() {
    let _restored = AddressOfTests(address());
    go_to("/desk/orders/A-0");
    let page = mount::<OrderPages>(Extension::fullscreen()).await;
    page.shows("There is no such order").await;
    drop(page);
    go_to("/desk/elsewhere");
    let page = mount::<OrderPages>(Extension::fullscreen()).await;
    page.shows("There is no such page").await;
}
