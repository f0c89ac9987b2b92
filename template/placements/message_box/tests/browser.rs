//! The extension in a browser: `cargo test --target wasm32-unknown-unknown`.

#![cfg(target_arch = "wasm32")]

use app::App;
use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::{Extension, testing::mount};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_reply_that_is_searched_for_goes_into_the_message_input() {
    let page = mount::<App>(Extension::message_box()).await;
    let mary = json!({ "id": "C1", "name": "Mary" });
    page.host().send("customer_profile", &mary).unwrap();
    page.shows("Hello Mary!").await;
    page.fill("Search replies", "thank you").await;
    page.shows("Goodbye").await;
    page.click("Insert").await;
    let text = "Thank you for writing to us, Mary. Have a nice day!";
    let message = json!({ "type": "message", "value": text });
    let command = page.host().command("put_messagebox_message");
    assert_eq!(command.await, message);

    // After sending, all replies are listed again.
    assert!(!page.text().contains("Hello Mary!"), "{}", page.text());
    page.host().send("message_sent", &json!(null)).unwrap();
    page.shows("Hello Mary!").await;
}
