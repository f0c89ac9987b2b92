use recipes::order_pages::OrderPages;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{Address, mount, until},
};

// ANCHOR: test
#[wasm_bindgen_test]
async fn an_order_has_an_address_of_its_own() {
    let address = Address::set("/desk");
    let page = mount::<OrderPages>(Extension::fullscreen()).await;
    page.click("Desk lamp").await;
    page.shows("Order A-1024").await;
    assert_eq!(address.path(), "/desk/orders/A-1024");

    let history = web_sys::window().unwrap().history().unwrap();
    history.back().unwrap();
    page.gone("Order A-1024").await;
    page.shows("Chair").await;
    history.forward().unwrap();
    page.shows("Order A-1024").await;

    // A reload starts again at the same address.
    drop(page);
    let page = mount::<OrderPages>(Extension::fullscreen()).await;
    page.shows("Order A-1024").await;
    page.click("All orders").await;
    page.shows("Chair").await;
    until("the list's address", || address.path() == "/desk").await;
}
// ANCHOR_END: test

#[wasm_bindgen_test]
async fn an_address_that_leads_nowhere_says_so() {
    let unknown = Address::set("/desk/orders/A-0");
    let page = mount::<OrderPages>(Extension::fullscreen()).await;
    page.shows("Order not found").await;
    drop((page, unknown));
    let _address = Address::set("/desk/elsewhere");
    let page = mount::<OrderPages>(Extension::fullscreen()).await;
    page.shows("Page not found").await;
}
