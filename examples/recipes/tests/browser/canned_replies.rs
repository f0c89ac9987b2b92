// ANCHOR: test
use recipes::canned_replies::CannedReplies;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{Extension, testing::mount};

#[wasm_bindgen_test]
async fn a_reply_goes_into_the_message_input_with_the_customers_name() {
    let page = mount::<CannedReplies>(Extension::details()).await;
    page.click("Greeting").await;
    assert_eq!(page.host().command("put_message").await, "Hello! How can I help?");

    page.host().send("customer_profile", &json!({ "id": "C1", "name": "Mary", "chat": {} })).unwrap();
    page.shows("Hello Mary!").await;
    page.click("Goodbye").await;
    assert_eq!(page.host().command("put_message").await, "Thank you for writing to us, Mary.");
}
// ANCHOR_END: test

// ANCHOR: refused
#[wasm_bindgen_test]
async fn a_toast_reports_a_reply_that_was_not_inserted() {
    use yew_livechat::protocol::{Answering, RemoteError};

    let page = mount::<CannedReplies>(Extension::details()).await;
    page.host().set_answering(Answering::Refuse(RemoteError { message: "no chat is open".to_owned(), code: None }));
    page.click("Returns").await;
    let toast = json!({ "content": "Couldn't insert the reply", "kind": "error" });
    assert_eq!(page.host().command("set_toast").await, toast);
}
// ANCHOR_END: refused
