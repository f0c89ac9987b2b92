//! A panic in a handler or a future affects nothing else, and is reported.

use std::{cell::RefCell, rc::Rc, sync::Once};

use browser_tests::page::{Mounted, until};
use js_sys::{Function, Promise};
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    testing::{ScriptedHost, show_panics},
};

/// Once, before the first panic: a thread that has panicked cannot change its hook.
static SHOW_PANICS: Once = Once::new();

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    events: Rc<RefCell<Vec<String>>>,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <Before ..props.clone() />
            <Panicking />
            <After ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn Before(props: &AppProps) -> Html {
    let events = props.events.clone();
    use_any_host_event(move |event| events.borrow_mut().push(format!("before {}", event.name)));
    let name = use_customer_profile().shown().map(|customer| customer.id.clone()).unwrap_or_default();
    html! { { name } }
}

#[component]
fn Panicking() -> Html {
    use_any_host_event(|event| assert_ne!(event.name, "shift", "this handler panics on purpose"));
    html! {}
}

#[component]
fn After(props: &AppProps) -> Html {
    let events = props.events.clone();
    use_any_host_event(move |event| events.borrow_mut().push(format!("after {}", event.name)));
    html! {}
}

#[wasm_bindgen_test]
async fn fault_31_a_panicking_handler_leaves_the_others_running_and_shows_on_screen() {
    SHOW_PANICS.call_once(show_panics);
    let props = AppProps { host: ScriptedHost::new(), events: Rc::default() };
    let app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    for _ in 0..100 {
        props.host.send("shift", &json!({})).unwrap();
    }
    props.host.send("customer_profile", &json!({ "id": "C1", "chat": {} })).unwrap();
    app.shows("C1").await;
    let mut expected = ["before shift", "after shift"].repeat(100);
    expected.extend(["before customer_profile", "after customer_profile"]);
    assert_eq!(*props.events.borrow(), expected);

    let document = web_sys::window().unwrap().document().unwrap();
    let notice = document.get_element_by_id("yew-livechat-panic").expect("the notice is on screen");
    assert_eq!(notice.get_attribute("role").as_deref(), Some("alert"));
    assert!(notice.text_content().unwrap().contains("Something went wrong in this extension"));
    notice.remove();
}

#[derive(Clone, PartialEq, Properties)]
struct SpawningProps {
    host: ScriptedHost,
}

#[component]
fn Spawning(props: &SpawningProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}><Spawner /></ExtensionProvider>
    }
}

/// On a click, spawns a future that panics, and sends a command.
#[component]
fn Spawner() -> Html {
    let details = use_details();
    let outcome = use_state(|| "not sent");
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone()).unwrap_or_default();
    let onclick = {
        let outcome = outcome.clone();
        move |_| {
            let (sent, outcome) = (details.put_message("Hi"), outcome.clone());
            spawn_local(async { panic!("this future panics on purpose") });
            spawn_local(async move { outcome.set(if sent.await.is_ok() { "acknowledged" } else { "failed" }) });
        }
    };
    html! { <><button {onclick} />{ format!("{customer} {}", *outcome) }</> }
}

/// Waits in JavaScript until the page shows the text: waking a Rust future would run those that the panic has left
/// behind.
async fn comes_to_show(text: &str) -> bool {
    let look = Function::new_with_args(
        "text",
        "return new Promise(resolve => {
           let left = 1000;
           const look = () => {
             const shown = document.body.textContent.includes(text);
             if (shown || left-- === 0) resolve(shown); else setTimeout(look, 5);
           };
           look();
         })",
    );
    let shown: Promise = look.call1(&JsValue::NULL, &text.into()).unwrap().into();
    JsFuture::from(shown).await.unwrap() == true
}

#[wasm_bindgen_test]
async fn fault_31_a_panicking_future_stalls_neither_rendering_nor_acknowledgements() {
    SHOW_PANICS.call_once(show_panics);
    let props = SpawningProps { host: ScriptedHost::new() };
    let app = Mounted::<Spawning>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    app.click("button");
    props.host.send("customer_profile", &json!({ "id": "C7" })).unwrap();
    assert!(comes_to_show("C7 acknowledged").await, "{}", app.text());
    let notice = web_sys::window().unwrap().document().unwrap().get_element_by_id("yew-livechat-panic");
    notice.expect("the notice is on screen").remove();
}
