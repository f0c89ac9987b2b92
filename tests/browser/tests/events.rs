//! Typed and raw events.

use std::{cell::RefCell, rc::Rc};

use browser_tests::page::{Mounted, until};
use livechat_protocol::{Decode, DecodeError, Event, Payload, Reader};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::ScriptedHost};

/// A custom event.
struct Shift {
    agent: String,
}

impl Decode for Shift {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { agent: from.required("agent")? })
    }
}

impl Event for Shift {
    const NAME: &'static str = "shift";
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    typed: Rc<RefCell<Vec<String>>>,
    raw: Rc<RefCell<Vec<(String, Value)>>>,
    #[prop_or_default]
    suffix: &'static str,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <Listener ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn Listener(props: &AppProps) -> Html {
    let (typed, raw, suffix) = (props.typed.clone(), props.raw.clone(), props.suffix);
    use_host_event(move |shift: Shift| typed.borrow_mut().push(format!("{}{suffix}", shift.agent)));
    use_any_host_event(move |event| {
        raw.borrow_mut().push((event.name.clone(), event.data.to_json().unwrap_or(json!("not JSON"))));
    });
    let connection = use_connection();
    html! {
        <p>{ suffix }{ connection.last_refusal.map(|refusal| refusal.reason.to_string()).unwrap_or_default() }</p>
    }
}

fn props() -> AppProps {
    AppProps { host: ScriptedHost::new(), typed: Rc::default(), raw: Rc::default(), suffix: "" }
}

#[wasm_bindgen_test]
async fn a_typed_event_reaches_its_callback_and_an_unreadable_one_is_named() {
    let props = props();
    let app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    props.host.send("shift", &json!({ "agent": "Ann" })).unwrap();
    props.host.send("shift", &json!({ "agent": ["Ann"] })).unwrap();
    props.host.send("shift", &json!({ "agent": "Bob" })).unwrap();
    assert_eq!(*props.typed.borrow(), ["Ann", "Bob"]);
    app.shows("event `shift`: agent is a list, expected text").await;
}

#[wasm_bindgen_test]
async fn every_event_reaches_use_any_event_in_order_known_or_not() {
    let props = props();
    let _app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    props.host.send("customer_profile", &json!({ "id": "C1", "chat": {} })).unwrap();
    props.host.send("brand_new", &json!({ "deep": [1, { "two": null }] })).unwrap();
    props.host.send("customer_profile", &json!("unreadable")).unwrap();
    assert_eq!(
        *props.raw.borrow(),
        [
            ("customer_profile".to_owned(), json!({ "id": "C1", "chat": {} })),
            ("brand_new".to_owned(), json!({ "deep": [1, { "two": null }] })),
            ("customer_profile".to_owned(), json!("unreadable")),
        ]
    );
}

#[wasm_bindgen_test]
async fn the_latest_callback_is_called_without_subscribing_anew() {
    let props = props();
    let mut app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    app.app.as_mut().unwrap().update(AppProps { suffix: "!", ..props.clone() });
    app.shows("!").await;
    props.host.send("shift", &json!({ "agent": "Ann" })).unwrap();
    assert_eq!(*props.typed.borrow(), ["Ann!"]);
}

#[wasm_bindgen_test]
async fn an_unmounted_component_hears_nothing_more() {
    let props = props();
    let mut app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    props.host.send("shift", &json!({ "agent": "Ann" })).unwrap();
    app.unmount().await;
    props.host.send("shift", &json!({ "agent": "Bob" })).unwrap();
    assert_eq!(*props.typed.borrow(), ["Ann"]);
}

/// Sends an event while rendering, before it listens.
#[component]
fn SendsEarly(props: &AppProps) -> Html {
    let sent = use_mut_ref(|| false);
    if !sent.replace(true) {
        props.host.send("shift", &json!({ "agent": "Early" })).unwrap();
    }
    html! { <Listener ..props.clone() /> }
}

#[component]
fn EarlyApp(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <SendsEarly ..props.clone() />
        </ExtensionProvider>
    }
}

#[wasm_bindgen_test]
async fn fault_27_events_that_come_before_anybody_listens_are_kept_for_the_first_render() {
    let props = props();
    let _app = Mounted::<EarlyApp>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    props.host.send("shift", &json!({ "agent": "Late" })).unwrap();
    assert_eq!(*props.typed.borrow(), ["Early", "Late"]);
    assert_eq!(props.raw.borrow().len(), 2);
}
