//! The recorder, in a frame whose host is the test's own window.

use browser_tests::{
    frame::{Frame, HANDSHAKE, call, run_in},
    page::{Mounted, until},
};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Window;
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::Scenario};

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    window: Window,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={Extension::details().recorder().in_window(props.window.clone())}>
            <Customer />
        </ExtensionProvider>
    }
}

#[component]
fn Customer() -> Html {
    let details = use_details();
    let name = use_customer_profile().shown().and_then(|customer| customer.name.clone()).unwrap_or_default();
    let greeting = format!("Hello {name}!");
    let onclick = move |_| drop(details.put_message(&greeting));
    html! { <><button {onclick} />{ name }</> }
}

/// An extension that knows Mary, and has greeted her.
async fn greeted() -> (Frame, Mounted<App>) {
    let frame = Frame::new().await;
    let app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    frame.post(HANDSHAKE);
    until("plugin_inited", || frame.received.borrow().len() == 2).await;
    frame.post(&call(
        r#"{"event_name":"livechat:customer_profile","event_data":{"id":"C1A2","name":"Mary Brown","source":"chats"}}"#,
    ));
    app.shows("Mary").await;
    app.click("button");
    until("put_message", || frame.received.borrow().iter().any(|json| json.contains("put_message"))).await;
    (frame, app)
}

/// What this script returns in the extension's window.
fn console(frame: &Frame, script: &str) -> String {
    run_in(&frame.window(), &format!("return {script}"), &JsValue::NULL).as_string().unwrap_or_default()
}

/// The steps without their times, and without the load at the beginning.
fn steps(file: &str) -> Vec<Value> {
    let scenario = Scenario::from_json(file).unwrap();
    let steps = scenario.steps.iter().skip(1).map(|step| {
        let mut step = serde_json::to_value(step).unwrap();
        step.as_object_mut().unwrap().remove("at");
        step
    });
    steps.collect()
}

#[wasm_bindgen_test]
async fn the_console_returns_the_conversation_with_made_up_or_real_values() {
    let (frame, _app) = greeted().await;
    let real = console(&frame, "yewLivechat.record({ real: true, text: true })");
    assert_eq!(
        steps(&real),
        [
            json!({ "command": "plugin_inited", "placement": "details" }),
            json!({
                "data": { "id": "C1A2", "name": "Mary Brown", "source": "chats" },
                "event": "customer_profile",
                "placement": "details",
            }),
            json!({ "command": "put_message", "data": "Hello Mary Brown!", "placement": "details" }),
        ]
    );
    for script in ["yewLivechat.record({ text: true })", "yewLivechat.record({ text: true, real: 'yes' })"] {
        let file = console(&frame, script);
        assert_eq!(steps(&file).len(), 3);
        assert!(!file.contains("Mary") && !file.contains("Hello") && file.contains("chats"), "{file}");
    }
    let own = console(&frame, "yewLivechat.record({ text: true, ownTexts: true })");
    assert!(!own.contains("Mary") && own.contains("Hello "), "{own}");

    let said = console(&frame, "yewLivechat.forget()");
    assert!(said.contains("discarded"), "{said}");
    let after = steps(&console(&frame, "yewLivechat.record({ real: true, text: true })"));
    assert_eq!(after.len(), 2, "the profile and `plugin_inited` are the state: {after:?}");
}

#[wasm_bindgen_test]
async fn the_keys_save_a_file_with_made_up_values() {
    let (frame, _app) = greeted().await;
    run_in(
        &frame.window(),
        "const create = document.createElement.bind(document);
         document.createElement = (name) => {
           const element = create(name);
           if (name === 'a') element.click = () => { window.saved = element.download };
           return element;
         };
         window.press = (init) => dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyS', ctrlKey: true, ...init }));
         press({ altKey: true });
         window.early = window.saved;
         press({ altKey: true, shiftKey: true, repeat: true });
         window.repeated = window.saved;
         press({ altKey: true, shiftKey: true });",
        &JsValue::NULL,
    );
    let saved = console(&frame, "window.saved");
    assert!(saved.starts_with("details-2") && saved.ends_with(".json"), "{saved}");
    assert_eq!(console(&frame, "String(window.early) + window.repeated"), "undefinedundefined");
}
