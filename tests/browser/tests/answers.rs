//! When the host receives the answers to its events, with real messages.

use std::{cell::RefCell, rc::Rc};

use browser_tests::{
    frame::{Frame, HANDSHAKE, call_numbered},
    page::{Mounted, animation_frame, until},
};
use js_sys::{Function, eval};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Window;
use yew::prelude::*;
use yew_livechat::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    window: Window,
}

/// Shows each customer and greets them, and ends with the one whose id is `last`.
#[component]
fn App(props: &AppProps) -> Html {
    let has_ended = use_state(|| false);
    let end = {
        let has_ended = has_ended.setter();
        Callback::from(move |()| has_ended.set(true))
    };
    if *has_ended {
        return html! { "ended" };
    }
    html! {
        <ExtensionProvider extension={Extension::details().in_window(props.window.clone())}>
            <Greeter {end} />
        </ExtensionProvider>
    }
}

#[derive(PartialEq, Properties)]
struct GreeterProps {
    end: Callback<()>,
}

#[component]
fn Greeter(props: &GreeterProps) -> Html {
    let (details, end) = (use_details(), props.end.clone());
    use_host_event(move |customer: CustomerProfile| match customer.id.as_str() {
        "last" => end.emit(()),
        "silent" => {}
        id => drop(details.put_message(id)),
    });
    let customer = use_customer_profile().shown();
    html! { customer.map_or_else(|| "nobody".to_owned(), |customer| customer.id.clone()) }
}

async fn connected() -> (Frame, Mounted<App>) {
    let frame = Frame::new().await;
    let app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    frame.post(HANDSHAKE);
    until("handshake and plugin_inited", || frame.received.borrow().len() == 2).await;
    frame.received.borrow_mut().clear();
    (frame, app)
}

fn post_customer(frame: &Frame, request: usize, id: &str) {
    let event = format!(r#"{{"event_name":"livechat:customer_profile","event_data":{{"id":"{id}","chat":{{}}}}}}"#);
    frame.post(&call_numbered(&event, request));
}

/// The requests that were answered, in the order of the answers.
fn answered(received: &Rc<RefCell<Vec<String>>>) -> Vec<usize> {
    let number = |json: &String| {
        let rest = json.split_once(r#""type":"response""#)?.1.split_once(r#""request":"#)?.1;
        rest.split(',').next()?.parse().ok()
    };
    received.borrow().iter().filter_map(number).collect()
}

#[wasm_bindgen_test]
async fn each_of_many_events_is_answered_once_and_in_order() {
    let (frame, _app) = connected().await;
    let numbers: Vec<usize> = (0..500).collect();
    for number in &numbers {
        post_customer(&frame, *number, "silent");
    }
    until("500 answers", || answered(&frame.received).len() >= numbers.len()).await;
    assert_eq!(answered(&frame.received), numbers);
}

#[wasm_bindgen_test]
async fn an_answer_that_waits_goes_out_before_a_command() {
    let (frame, _app) = connected().await;
    post_customer(&frame, 7, "Hello");
    until("answer and command", || frame.received.borrow().len() == 2).await;
    let received = frame.received.borrow();
    assert!(received[0].contains(r#""type":"response""#), "first the answer: {received:?}");
    assert!(received[1].contains(r#""message":"put_message","data":"Hello""#), "then the command: {received:?}");
}

#[wasm_bindgen_test]
async fn an_event_is_on_screen_before_anything_is_done_about_its_answer() {
    const WATCH: &str = "(() => {
        const { prototype } = MessagePort;
        const post = prototype.postMessage;
        const seen = [];
        prototype.postMessage = function (...message) {
            seen.push('answer');
            return post.apply(this, message);
        };
        const observer = new MutationObserver(() => seen.push('screen'));
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        return () => {
            prototype.postMessage = post;
            observer.disconnect();
            return seen.join();
        };
    })()";
    let (frame, app) = connected().await;
    // A change in the same animation frame as another waits for the next one; its answer does not.
    animation_frame().await;
    animation_frame().await;
    let seen: Function = eval(WATCH).unwrap().unchecked_into();
    post_customer(&frame, 7, "silent");
    app.shows("silent").await;
    until("the answer", || answered(&frame.received) == [7]).await;
    assert_eq!(seen.call0(&JsValue::NULL).unwrap(), "screen,answer");
}

#[wasm_bindgen_test]
async fn an_extension_that_ends_leaves_no_event_unanswered() {
    let (frame, app) = connected().await;
    post_customer(&frame, 7, "last");
    app.shows("ended").await;
    until("the answer", || answered(&frame.received) == [7]).await;
}
