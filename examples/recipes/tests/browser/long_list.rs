use recipes::long_list::LongList;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{FakeServer, mount},
};

fn visits(pages: &[&str], next: Option<&str>) -> Value {
    json!({ "visits": pages, "next": next })
}

// ANCHOR: test
#[wasm_bindgen_test]
async fn the_list_loads_more_when_its_end_becomes_visible() {
    let server = FakeServer::start();
    let page = mount::<LongList>(Extension::details()).await;
    page.open_chat(&json!({ "id": "C1" })).await;
    server.answer("/api/visits?customer=C1&from=", visits(&["Chairs"], Some("2"))).await;
    server.answer("customer=C1&from=2", visits(&["Desks"], Some("3"))).await;
    page.shows("Desks").await;
    server.answer("customer=C1&from=3", visits(&["Checkout"], None)).await;
    page.shows("Checkout").await;
    page.host().settle().await;
    assert_eq!(server.waiting(), 0, "there is nothing after the end");
}
// ANCHOR_END: test

#[wasm_bindgen_test]
async fn a_late_response_is_not_shown_for_another_customer() {
    let server = FakeServer::start();
    let page = mount::<LongList>(Extension::details()).await;
    page.open_chat(&json!({ "id": "C1" })).await;
    server.answer("/api/visits?customer=C1&from=", visits(&["Chairs"], Some("2"))).await;
    server.request("customer=C1&from=2").await;
    page.open_chat(&json!({ "id": "C2" })).await;
    server.answer("/api/visits?customer=C2&from=", visits(&["Lamps"], None)).await;
    server.answer("customer=C1&from=2", visits(&["Desks"], None)).await;
    page.shows("Lamps").await;
    page.gone("Desks").await;
}
