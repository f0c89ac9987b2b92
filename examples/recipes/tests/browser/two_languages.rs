use recipes::two_languages::Welcome;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{Languages, mount},
};

// ANCHOR: test
#[wasm_bindgen_test]
async fn the_extension_is_in_the_agents_language_and_changes_with_it() {
    let languages = Languages::set(["de-AT", "en"]);
    let page = mount::<Welcome>(Extension::details()).await;
    page.shows("Öffnen Sie einen Chat").await;
    page.open_chat(&json!({ "id": "C1", "name": "Mary" })).await;
    page.click("Begrüßung einfügen").await;
    assert_eq!(page.host().command("put_message").await, "Hallo Mary! Wie kann ich helfen?");

    drop(languages);
    let _languages = Languages::set(["fr", "en-GB"]);
    page.shows("Hello Mary! How can I help?").await;
}
// ANCHOR_END: test
