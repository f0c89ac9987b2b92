//! High volume: 100,000 events and 1,000 mounts, and the memory that remains in use.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use browser_tests::{
    frame::{Frame, HANDSHAKE, call, count_listeners, run_in},
    page::{Mounted, until},
};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise, Reflect};
use livechat_protocol::Payload;
use serde_json::json;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Window;
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::ScriptedHost};

use crate::report::report;

const MB: f64 = 1024.0 * 1024.0;

fn number(object: &JsValue, path: &[&str]) -> f64 {
    let found = path.iter().fold(object.clone(), |object, name| Reflect::get(&object, &(*name).into()).unwrap());
    found.as_f64().unwrap()
}

fn wasm_memory() -> f64 {
    number(&wasm_bindgen::memory(), &["buffer", "byteLength"])
}

/// Fills the free space in WebAssembly's memory, which never shrinks: otherwise a leak would not show.
fn ballast() -> Vec<Vec<u8>> {
    let mut ballast = Vec::new();
    for size in [65_536, 1_024] {
        let before = wasm_memory();
        while wasm_memory() <= before {
            ballast.push(vec![0; size]);
        }
    }
    ballast
}

/// Memory in use: WebAssembly's, and JavaScript's after garbage collection.
#[derive(Clone, Copy)]
struct Memory {
    wasm: f64,
    heap: f64,
}

impl Memory {
    async fn now() -> Self {
        let window = web_sys::window().unwrap();
        let collect = Reflect::get(&window, &"gc".into()).unwrap();
        let collect = collect.dyn_into::<Function>().expect("webdriver.json starts Chromium with --expose-gc");
        let mut heap = f64::INFINITY;
        // Finalizers release their memory only in a later collection.
        for _ in 0..5 {
            collect.call0(&JsValue::NULL).unwrap();
            TimeoutFuture::new(0).await;
            heap = heap.min(number(&window, &["performance", "memory", "usedJSHeapSize"]));
        }
        Self { wasm: wasm_memory(), heap }
    }

    /// Prints the growth since then, and fails if it exceeds a megabyte.
    fn compared_with(self, before: Self, what: &str) {
        let (wasm, heap) = ((self.wasm - before.wasm) / MB, (self.heap - before.heap) / MB);
        let after =
            format!("wasm {:.1} MB ({wasm:+.2}), JavaScript {:.1} MB ({heap:+.2})", self.wasm / MB, self.heap / MB);
        report(&format!("soak: {what}: {after}"));
        assert!(wasm <= 1.0 && heap <= 1.0, "{what}: {after}");
    }
}

/// Counts animation frames until it is dropped.
struct Frames {
    count: Rc<Cell<u32>>,
    going: Rc<Cell<bool>>,
}

impl Frames {
    fn counted() -> Self {
        let (count, going) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(true)));
        let step = Rc::new(RefCell::new(None::<Closure<dyn FnMut()>>));
        let request = |step: &RefCell<Option<Closure<dyn FnMut()>>>| {
            if let Some(step) = &*step.borrow() {
                web_sys::window().unwrap().request_animation_frame(step.as_ref().unchecked_ref()).unwrap();
            }
        };
        let counting = {
            let (count, going, step) = (Rc::clone(&count), Rc::clone(&going), Rc::clone(&step));
            Closure::new(move || {
                count.set(count.get() + 1);
                if going.get() {
                    request(&step);
                }
            })
        };
        *step.borrow_mut() = Some(counting);
        request(&step);
        Self { count, going }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.going.set(false);
    }
}

/// What the app received during the flood.
#[derive(Clone, Default)]
struct Seen {
    renders: Rc<Cell<u32>>,
    events: Rc<Cell<u32>>,
    /// The number of events that did not follow their predecessor.
    astray: Rc<Cell<u32>>,
}

impl Seen {
    /// Waits for this many events, as long as they keep coming.
    async fn all(&self, events: u32) {
        while self.events.get() < events {
            let before = self.events.get();
            until(&format!("more than {before} events"), || self.events.get() > before).await;
        }
    }
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.renders, &other.renders)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FloodedProps {
    window: Window,
    seen: Seen,
}

#[component]
fn Flooded(props: &FloodedProps) -> Html {
    html! {
        <ExtensionProvider extension={Extension::details().in_window(props.window.clone())}>
            <Counter ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn Counter(props: &FloodedProps) -> Html {
    let seen = props.seen.clone();
    seen.renders.set(seen.renders.get() + 1);
    use_any_host_event(move |event| {
        seen.events.set(seen.events.get() + 1);
        let number = event.data.member("id").and_then(|id| id.as_text()?.parse().ok());
        if number != Some(seen.events.get()) {
            seen.astray.set(seen.astray.get() + 1);
        }
    });
    let customer = use_customer_profile().shown();
    html! { { customer.map(|customer| format!("customer {};", customer.id)).unwrap_or_default() } }
}

/// Posts events, all in one turn, with their numbers as ids: one in ten is a chat message, the others are profiles. A
/// profile is read only when a component asks, so most of them are replaced by newer ones before that.
const FLOOD: &str = "
  const [frame, from, to] = argument;
  for (let number = from; number <= to; number++) {
    const event_name = number % 10 === 1 ? 'livechat:message' : 'livechat:customer_profile';
    frame.postMessage({
      '@@livechat/postmessenger': true, owner: 'o', instance: 3, type: 'call', request: number,
      data: {method: 'handle', args: [{event_name, event_data: {id: String(number), chat: {}}}]},
    }, '*');
  }";

#[wasm_bindgen_test]
async fn fault_32_100_000_events_are_rendered_together_and_none_is_lost() {
    const WARM_UP: u32 = 20_000;
    const EVENTS: u32 = 100_000;
    let _ballast = ballast();
    // The answers are dropped: collecting them would be the test's own leak.
    let frame = Frame::deaf().await;
    let seen = Seen::default();
    let app = Mounted::<Flooded>::listening(FloodedProps { window: frame.window(), seen: seen.clone() }).await;
    frame.post(HANDSHAKE);
    let flood = |from: u32, to: u32| {
        let argument = js_sys::Array::of3(&frame.window(), &from.into(), &to.into());
        run_in(&web_sys::window().unwrap(), FLOOD, &argument);
    };
    // An event that has arrived says that the app has rendered. Before that, only the latest events are buffered.
    flood(1, 1);
    seen.all(1).await;
    // As many at a time as later, for the queue of messages is memory too.
    flood(2, WARM_UP);
    seen.all(WARM_UP).await;
    app.shows(&format!("customer {WARM_UP};")).await;
    let memory = Memory::now().await;

    let (renders, frames) = (seen.renders.get(), Frames::counted());
    let since = web_sys::window().unwrap().performance().unwrap().now();
    flood(WARM_UP + 1, WARM_UP + EVENTS);
    seen.all(WARM_UP + EVENTS).await;
    let took = web_sys::window().unwrap().performance().unwrap().now() - since;
    app.shows(&format!("customer {};", WARM_UP + EVENTS)).await;
    let (renders, frames) = (seen.renders.get() - renders, frames.count.get());
    assert_eq!((seen.events.get(), seen.astray.get()), (WARM_UP + EVENTS, 0), "each once and in order");
    // The first of a flood one by one, and from then on all that arrive in an animation frame together.
    assert!((1..EVENTS / 4).contains(&renders), "{renders} renders in {frames} animation frames");
    report(&format!("soak: {EVENTS} events in {took:.0} ms: {renders} renders, {frames} animation frames"));
    Memory::now().await.compared_with(memory, &format!("{EVENTS} events"));
}

#[derive(Clone, PartialEq, Properties)]
struct TogglingProps {
    window: Window,
    #[prop_or_default]
    shown: bool,
}

/// Components that mount and unmount below a permanent provider.
#[component]
fn Toggling(props: &TogglingProps) -> Html {
    html! {
        <ExtensionProvider extension={Extension::details().in_window(props.window.clone())}>
            if props.shown { <User /> }
        </ExtensionProvider>
    }
}

/// Uses everything that can be subscribed to.
#[component]
fn User() -> Html {
    let (_, _, _, _) = (use_connection(), use_session(), use_host_theme(), use_details());
    use_any_host_event(|_| {});
    use_host_event(|_: ChangeTheme| {});
    let customer = use_customer_profile().shown();
    html! { { format!("user of {};", customer.map(|customer| customer.id.clone()).unwrap_or_default()) } }
}

#[wasm_bindgen_test]
async fn fault_33_1_000_mounts_leave_no_listener_and_no_memory() {
    const WARM_UP: u32 = 200;
    const MOUNTS: u32 = 1_000;
    let _ballast = ballast();
    let frame = Frame::deaf().await;
    let listening = count_listeners(&frame.window());
    let mut memory = None;
    for number in 1..=WARM_UP + MOUNTS {
        if number == WARM_UP + 1 {
            memory = Some(Memory::now().await);
        }
        let props = TogglingProps { window: frame.window(), shown: true };
        let mut app = Mounted::<Toggling>::listening(props.clone()).await;
        frame.post(HANDSHAKE);
        frame.post(&call(&format!(r#"{{"event_name":"livechat:customer_profile","event_data":{{"id":"{number}"}}}}"#)));
        app.shows(&format!("user of {number};")).await;
        app.app.as_mut().unwrap().update(TogglingProps { shown: false, ..props.clone() });
        until("the user is gone", || app.text().is_empty()).await;
        // The provider unmounts while an event is in flight.
        frame.post(&call(r#"{"event_name":"livechat:change_theme","event_data":{"theme":"dark"}}"#));
        app.unmount().await;
        until(&format!("no listener after mount {number}"), || listening() == 0).await;
    }
    Memory::now().await.compared_with(memory.unwrap(), &format!("{MOUNTS} mounts"));
}

#[derive(Clone, PartialEq, Properties)]
struct LeavingProps {
    host: ScriptedHost,
    events: Rc<Cell<u32>>,
}

/// An app whose first listener unmounts the second one while both receive an event.
#[component]
fn Leaving(props: &LeavingProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <First ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn First(props: &LeavingProps) -> Html {
    let second = use_state(|| true);
    use_any_host_event({
        let second = second.clone();
        move |event| second.set(event.name == "come")
    });
    html! {
        if *second { <Second ..props.clone() /> } else { { "alone" } }
    }
}

#[component]
fn Second(props: &LeavingProps) -> Html {
    let events = props.events.clone();
    use_any_host_event(move |_| events.set(events.get() + 1));
    html! { <>{ "with another" }<User /></> }
}

#[wasm_bindgen_test]
async fn fault_33_a_listener_that_an_event_unmounts_a_thousand_times_receives_nothing_more() {
    const WARM_UP: u32 = 200;
    const ROUNDS: u32 = 1_000;
    let _ballast = ballast();
    let props = LeavingProps { host: ScriptedHost::new(), events: Rc::default() };
    let app = Mounted::<Leaving>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    let mut memory = None;
    for round in 1..=WARM_UP + ROUNDS {
        if round == WARM_UP + 1 {
            memory = Some(Memory::now().await);
        }
        rendered(|| app.text().starts_with("with another")).await;
        let before = props.events.get();
        props.host.send("ping", &json!({})).unwrap();
        rendered(|| app.text() == "alone").await;
        let after = props.events.get();
        assert!(after - before <= 1, "round {round}: only of the event that unmounts it");
        props.host.send("nobody", &json!({})).unwrap();
        assert_eq!(props.events.get(), after, "round {round}");
        props.host.send("come", &json!({})).unwrap();
    }
    Memory::now().await.compared_with(memory.unwrap(), &format!("{ROUNDS} listeners taken down"));
}

/// Waits for a render that needs no message: usually within the same turn, but sometimes Yew yields to the browser.
async fn rendered(condition: impl Fn() -> bool) {
    for _ in 0..20 {
        if condition() {
            return;
        }
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    until("it is rendered", condition).await;
}
