//! The extension in a browser: `cargo test --target wasm32-unknown-unknown`.

#![cfg(target_arch = "wasm32")]

use app::App;
use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::{Extension, testing::mount};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_orders_come_with_the_customer_and_their_news_go_into_the_message_input() {
    let page = mount::<App>(Extension::details()).await;
    let mary = json!({ "id": "C1", "name": "Mary Brown", "email": "mary.brown@example.com" });
    page.host().send("customer_profile", &mary).unwrap();
    page.shows("Desk lamp").await;
    page.click("Insert update").await;
    let news = "Your order A-1024 (Desk lamp) is on its way.";
    assert_eq!(page.host().command("put_message").await, news);

    let ann = json!({ "id": "C2", "name": "Ann" });
    page.host().send("customer_profile", &ann).unwrap();
    page.shows("No orders yet.").await;
    assert!(!page.text().contains("Desk lamp"), "{}", page.text());

    let nobody = json!({ "name": "Tom" });
    page.host().send("customer_profile", &nobody).unwrap();
    page.shows("Couldn't read this customer. Open the chat again.")
        .await;
    assert!(!page.text().contains("Ann"), "{}", page.text());
}
