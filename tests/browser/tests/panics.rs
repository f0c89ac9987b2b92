//! A panic in one handler is that handler's alone, and it is seen.

use std::{cell::RefCell, rc::Rc};

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    testing::{ScriptedHost, show_panics},
};

use crate::page::{Mounted, until};

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    heard: Rc<RefCell<Vec<String>>>,
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
    let heard = props.heard.clone();
    use_any_event(move |event| heard.borrow_mut().push(format!("before {}", event.name)));
    let name = use_customer_profile().shown().map(|customer| customer.id.clone()).unwrap_or_default();
    html! { { name } }
}

#[component]
fn Panicking() -> Html {
    use_any_event(|event| assert_ne!(event.name, "shift", "this handler panics on purpose"));
    html! {}
}

#[component]
fn After(props: &AppProps) -> Html {
    let heard = props.heard.clone();
    use_any_event(move |event| heard.borrow_mut().push(format!("after {}", event.name)));
    html! {}
}

#[wasm_bindgen_test]
async fn fault_31_a_panicking_handler_leaves_the_others_running_and_shows_on_screen() {
    show_panics();
    let props = AppProps { host: ScriptedHost::new(), heard: Rc::default() };
    let app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    for _ in 0..100 {
        props.host.send("shift", &json!({})).unwrap();
    }
    props.host.send("customer_profile", &json!({ "id": "C1", "chat": {} })).unwrap();
    app.shows("C1").await;
    let mut expected = ["before shift", "after shift"].repeat(100);
    expected.extend(["before customer_profile", "after customer_profile"]);
    assert_eq!(*props.heard.borrow(), expected);

    let document = web_sys::window().unwrap().document().unwrap();
    let notice = document.get_element_by_id("yew-livechat-panic").expect("the notice is on screen");
    assert_eq!(notice.get_attribute("role").as_deref(), Some("alert"));
    assert!(notice.text_content().unwrap().contains("Something went wrong in this extension"));
    notice.remove();
}
