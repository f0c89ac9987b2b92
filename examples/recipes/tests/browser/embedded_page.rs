use recipes::embedded_page::EmbeddedPage;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlIFrameElement, MessageEvent, MessageEventInit};
use yew_livechat::{Extension, testing::mount};

// ANCHOR: test
#[wasm_bindgen_test]
async fn only_messages_from_the_iframe_are_accepted() {
    let page = mount::<EmbeddedPage>(Extension::details()).await;
    let frame: HtmlIFrameElement = page.root().query_selector("iframe").unwrap().unwrap().unchecked_into();
    let window = web_sys::window().unwrap();
    let post = |place: &str, origin: &str, source: &web_sys::Window| {
        let init = MessageEventInit::new();
        init.set_data(&place.into());
        init.set_origin(origin);
        init.set_source(Some(source));
        let message = MessageEvent::new_with_event_init_dict("message", &init).unwrap();
        window.dispatch_event(&message).unwrap();
    };
    let within = frame.content_window().unwrap();
    post("of another window", "https://maps.example", &window);
    post("of another origin", "https://evil.example", &within);
    post("Rynek 1, Wrocław", "https://maps.example", &within);
    assert_eq!(page.host().command("put_message").await, "Rynek 1, Wrocław");
    let sent = page.host().commands().iter().filter(|(name, _)| name == "put_message").count();
    assert_eq!(sent, 1);
}
// ANCHOR_END: test
