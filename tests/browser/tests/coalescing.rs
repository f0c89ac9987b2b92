//! A flood of events costs one render a frame, and the last value is exact.

use std::{cell::Cell, rc::Rc};

use browser_tests::page::{Mounted, animation_frame, until};
use js_sys::Promise;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::ScriptedHost};

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
    use_host_event(move |_: CustomerProfile| events.set(events.get() + 1));
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

#[wasm_bindgen_test]
async fn a_frame_that_takes_long_has_one_render_all_the_same() {
    let props = AppProps { host: ScriptedHost::new(), renders: Rc::default(), events: Rc::default() };
    let app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    let send =
        |number| props.host.send("customer_profile", &json!({ "id": format!("C{number}"), "chat": {} })).unwrap();
    // Nothing is left of what came with the connection.
    animation_frame().await;
    animation_frame().await;
    let before = props.renders.get();
    send(1);
    microtasks().await;
    assert_eq!(props.renders.get() - before, 1, "the first of a frame is shown at once");
    busy_for_longer_than_a_frame();
    send(2);
    microtasks().await;
    assert_eq!(props.renders.get() - before, 1, "the second waits for the next frame");
    animation_frame().await;
    microtasks().await;
    assert_eq!((props.renders.get() - before, app.text().as_str()), (2, "C2"));
    busy_for_longer_than_a_frame();
    send(3);
    microtasks().await;
    assert_eq!(props.renders.get() - before, 2, "so does what comes after it in that frame");
    app.shows("C3").await;
    assert_eq!(props.renders.get() - before, 3);
}

#[derive(Clone, PartialEq, Properties)]
struct NeighborsProps {
    host: ScriptedHost,
}

#[component]
fn Neighbors(props: &NeighborsProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}><Neighbor /><Neighbor /></ExtensionProvider>
    }
}

/// Shows the customer, and renders again at a click.
#[component]
fn Neighbor() -> Html {
    let again = use_force_update();
    let customer = use_customer_profile().shown();
    let id = customer.map(|customer| customer.id.clone()).unwrap_or_default();
    html! { <button onclick={move |_| again.force_update()}>{ id }</button> }
}

#[wasm_bindgen_test]
async fn fault_38_a_component_that_renders_for_a_reason_of_its_own_shows_no_newer_customer_than_its_neighbor() {
    let host = ScriptedHost::new();
    let app = Mounted::<Neighbors>::new(NeighborsProps { host: host.clone() });
    until("connected", || !host.commands().is_empty()).await;
    // Nothing is left of what came with the connection.
    animation_frame().await;
    animation_frame().await;
    host.send("customer_profile", &json!({ "id": "C1" })).unwrap();
    microtasks().await;
    host.send("customer_profile", &json!({ "id": "C2" })).unwrap();
    microtasks().await;
    assert_eq!(app.text(), "C1C1", "the second waits for the next frame");
    app.click("button");
    microtasks().await;
    assert_eq!(app.text(), "C2C2");
}

/// Until what is ready to run has run, without the browser doing anything else.
async fn microtasks() {
    for _ in 0..10 {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
}

fn busy_for_longer_than_a_frame() {
    let performance = web_sys::window().unwrap().performance().unwrap();
    let begun = performance.now();
    while performance.now() - begun < 50.0 {}
}
