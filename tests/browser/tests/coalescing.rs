//! Changes are rendered at once while there is time in the animation frame, those of a flood together, and the last value is
//! exact.

use std::{cell::Cell, rc::Rc};

use browser_tests::page::{Mounted, animation_frame, until};
use js_sys::Promise;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::ScriptedHost};

#[derive(Clone, Default, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    renders: Rc<Cell<u32>>,
    events: Rc<Cell<u32>>,
    /// How long a render takes, in milliseconds.
    render_time: Rc<Cell<f64>>,
}

impl AppProps {
    /// Sends the customer with this number.
    fn send(&self, number: u32) {
        self.host.send("customer_profile", &json!({ "id": format!("C{number}"), "chat": {} })).unwrap();
    }
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
    take_time(props.render_time.get());
    let events = props.events.clone();
    use_host_event(move |_: CustomerProfile| events.set(events.get() + 1));
    let customer = use_customer_profile().shown();
    html! { { customer.map(|customer| customer.id.clone()).unwrap_or_default() } }
}

/// A mounted app whose host has connected.
async fn connected() -> (AppProps, Mounted<App>) {
    let props = AppProps { host: ScriptedHost::new(), ..AppProps::default() };
    let app = Mounted::<App>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    // All changes from the connection have been rendered.
    animation_frame().await;
    animation_frame().await;
    (props, app)
}

#[wasm_bindgen_test]
async fn a_thousand_events_in_one_turn_are_two_renders_and_a_thousand_calls() {
    let (props, app) = connected().await;
    let before = props.renders.get();
    for number in 1..=1_000 {
        props.send(number);
    }
    app.shows("C1000").await;
    assert_eq!(props.events.get(), 1_000);
    // The first change, and all the others together.
    assert!(props.renders.get() - before <= 2, "{} renders", props.renders.get() - before);
}

#[wasm_bindgen_test]
async fn quick_events_are_rendered_one_by_one_within_an_animation_frame() {
    let (props, app) = connected().await;
    let before = props.renders.get();
    for number in 1..=3 {
        props.send(number);
        microtasks().await;
        assert_eq!((props.renders.get() - before, app.text()), (number, format!("C{number}")));
    }
}

#[wasm_bindgen_test]
async fn changes_after_a_long_rendering_wait_for_the_next_animation_frame() {
    let (props, app) = connected().await;
    let before = props.renders.get();
    props.render_time.set(10.0);
    props.send(1);
    microtasks().await;
    assert_eq!(props.renders.get() - before, 1, "the first of an animation frame is rendered at once");
    props.send(2);
    props.send(3);
    microtasks().await;
    assert_eq!((props.renders.get() - before, app.text().as_str()), (1, "C1"), "the others wait");
    animation_frame().await;
    microtasks().await;
    assert_eq!((props.renders.get() - before, app.text().as_str()), (2, "C3"), "they are rendered together");
}

#[derive(Clone, PartialEq, Properties)]
struct NeighborsProps {
    host: ScriptedHost,
}

/// How long a neighbor's render takes, in milliseconds: longer than the rendering budget of an animation frame.
const LONG: f64 = 5.0;

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
    take_time(LONG);
    let customer = use_customer_profile().shown();
    let id = customer.map(|customer| customer.id.clone()).unwrap_or_default();
    html! { <button onclick={move |_| again.force_update()}>{ id }</button> }
}

#[wasm_bindgen_test]
async fn fault_38_a_component_that_renders_for_a_reason_of_its_own_shows_no_newer_customer_than_its_neighbor() {
    let host = ScriptedHost::new();
    let app = Mounted::<Neighbors>::new(NeighborsProps { host: host.clone() });
    until("connected", || !host.commands().is_empty()).await;
    // All changes from the connection have been rendered.
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

/// Runs everything that is ready, without other work of the browser.
async fn microtasks() {
    for _ in 0..10 {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
}

/// Blocks the thread for this many milliseconds.
fn take_time(milliseconds: f64) {
    let performance = web_sys::window().unwrap().performance().unwrap();
    let begun = performance.now();
    while performance.now() - begun < milliseconds {}
}
