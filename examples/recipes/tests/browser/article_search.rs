use recipes::article_search::ArticleSearch;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{FakeServer, mount},
};

// ANCHOR: test
#[wasm_bindgen_test]
async fn the_server_is_asked_once_for_what_was_typed_in_one_go() {
    let server = FakeServer::start();
    let page = mount::<ArticleSearch>(Extension::details()).await;
    for typed in ["r", "re", "ret", "returns"] {
        page.fill("Search articles", typed).await;
    }
    server.answer("/api/articles?words=returns", json!(["How returns work", "Return label"])).await;
    assert_eq!(server.waiting(), 0, "nobody asked for the first letters");
    page.shows("Return label").await;

    page.press("ArrowDown").await;
    page.press("Enter").await;
    assert_eq!(page.host().command("put_message").await, "Return label");
}
// ANCHOR_END: test

#[wasm_bindgen_test]
async fn an_answer_to_earlier_words_is_not_shown() {
    let server = FakeServer::start();
    let page = mount::<ArticleSearch>(Extension::details()).await;
    page.fill("Search articles", "chair").await;
    server.request("words=chair").await;
    page.fill("Search articles", "lamp").await;
    server.request("words=lamp").await;
    server.answer("words=chair", json!(["Chairs"])).await;
    server.answer("words=lamp", (503, json!(null))).await;
    page.shows("Couldn't reach the server.").await;
    page.gone("Chairs").await;
}
