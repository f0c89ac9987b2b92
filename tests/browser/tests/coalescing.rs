//! A flood of events costs one render a frame, and the last value is exact.

use std::{cell::Cell, rc::Rc};

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::ScriptedHost};

use crate::page::{Mounted, until};

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    renders: Rc<Cell<u32>>,
    events: Rc<Cell<u32>>,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <Counter ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn Counter(props: &AppProps) -> Html {
    props.renders.set(props.renders.get() + 1);
    let events = props.events.clone();
    use_event(move |_: CustomerProfile| events.set(events.get() + 1));
    let customer = use_customer_profile().shown();
    html! { { customer.map(|customer| customer.id.clone()).unwrap_or_default() } }
}

#[wasm_bindgen_test]
async fn a_thousand_events_in_one_turn_are_two_renders_and_a_thousand_calls() {
    let props = AppProps { host: ScriptedHost::new(), renders: Rc::default(), events: Rc::default() };
    let app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    let before = props.renders.get();
    for number in 1..=1_000 {
        props.host.send("customer_profile", &json!({ "id": format!("C{number}"), "chat": {} })).unwrap();
    }
    app.shows("C1000").await;
    assert_eq!(props.events.get(), 1_000);
    // The first change at once, all the others together with the next animation frame.
    assert!(props.renders.get() - before <= 2, "{} renders", props.renders.get() - before);
}
