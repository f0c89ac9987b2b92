use recipes::live_status::LiveStatus;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{FakeServer, mount},
};

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Whether the browser shows the tab, until it is dropped.
struct Tab;

impl Tab {
    fn set(&self, state: &str) {
        let value = js_sys::Object::new();
        js_sys::Reflect::set(&value, &"value".into(), &state.into()).unwrap();
        js_sys::Reflect::set(&value, &"configurable".into(), &true.into()).unwrap();
        js_sys::Reflect::define_property(&document(), &"visibilityState".into(), &value).unwrap();
        let bubbles = web_sys::EventInit::new();
        bubbles.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict("visibilitychange", &bubbles).unwrap();
        document().dispatch_event(&event).unwrap();
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        js_sys::Reflect::delete_property(&document(), &"visibilityState".into()).unwrap();
    }
}

// ANCHOR: test
#[wasm_bindgen_test]
async fn a_tab_that_becomes_visible_polls_at_once() {
    let (server, tab) = (FakeServer::start(), Tab);
    let page = mount::<LiveStatus>(Extension::details()).await;
    server.answer("/api/shop/state", json!("open")).await;
    page.shows("open").await;

    tab.set("hidden");
    page.host().settle().await;
    assert_eq!(server.waiting(), 0);
    tab.set("visible");
    server.answer("/api/shop/state", json!("closed")).await;
    page.shows("closed").await;
}
// ANCHOR_END: test
