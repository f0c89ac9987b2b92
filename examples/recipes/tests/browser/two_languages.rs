use recipes::two_languages::Welcome;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{Extension, testing::mount};

/// The browser's languages, until it is dropped.
struct Languages;

impl Languages {
    fn set(languages: &[&str]) -> Self {
        let value = js_sys::Object::new();
        let list: js_sys::Array = languages.iter().copied().map(JsValue::from).collect();
        js_sys::Reflect::set(&value, &"value".into(), &list).unwrap();
        js_sys::Reflect::set(&value, &"configurable".into(), &true.into()).unwrap();
        js_sys::Reflect::define_property(&navigator(), &"languages".into(), &value).unwrap();
        web_sys::window().unwrap().dispatch_event(&web_sys::Event::new("languagechange").unwrap()).unwrap();
        Self
    }
}

impl Drop for Languages {
    fn drop(&mut self) {
        js_sys::Reflect::delete_property(&navigator(), &"languages".into()).unwrap();
    }
}

fn navigator() -> web_sys::Navigator {
    web_sys::window().unwrap().navigator()
}

// ANCHOR: test
#[wasm_bindgen_test]
async fn the_extension_is_in_the_agents_language_and_changes_with_it() {
    let languages = Languages::set(&["de-AT", "en"]);
    let page = mount::<Welcome>(Extension::details()).await;
    page.shows("Öffnen Sie einen Chat").await;
    page.open_chat(&json!({ "id": "C1", "name": "Mary" })).await;
    page.click("Begrüßung einfügen").await;
    assert_eq!(page.host().command("put_message").await, "Hallo Mary! Wie kann ich helfen?");

    drop(languages);
    let _languages = Languages::set(&["fr", "en-GB"]);
    page.shows("Hello Mary! How can I help?").await;
}
// ANCHOR_END: test
