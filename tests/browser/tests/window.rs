//! The bridge on real windows: the test's own window plays the host, an iframe's is the extension's.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlIFrameElement, MessageEvent, Window};
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::page::{Mounted, until};

/// An iframe, and the messages that its window posted here.
struct Frame {
    element: HtmlIFrameElement,
    received: Rc<RefCell<Vec<String>>>,
    heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Frame {
    fn new() -> Self {
        let window = web_sys::window().unwrap();
        let document = window.document().unwrap();
        let element: HtmlIFrameElement = document.create_element("iframe").unwrap().unchecked_into();
        document.body().unwrap().append_child(&element).unwrap();
        let received = Rc::new(RefCell::new(Vec::new()));
        let heard = {
            let received = Rc::clone(&received);
            Closure::new(move |event: MessageEvent| {
                received.borrow_mut().push(JSON::stringify(&event.data()).unwrap().into());
            })
        };
        window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref()).unwrap();
        Self { element, received, heard }
    }

    fn window(&self) -> Window {
        self.element.content_window().unwrap()
    }

    fn post(&self, json: &str) {
        self.window().post_message(&JSON::parse(json).unwrap(), "*").unwrap();
    }

    /// Counts the frame's listeners for messages, from now on.
    fn count_listeners(&self) -> impl Fn() -> i32 + use<> {
        let window = self.window();
        Function::new_with_args(
            "frame",
            "frame.listening = 0;
             for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
               const original = frame[name].bind(frame);
               frame[name] = (type, ...rest) => {
                 if (type === 'message') frame.listening += step;
                 return original(type, ...rest);
               };
             }",
        )
        .call1(&JsValue::NULL, &window)
        .unwrap();
        #[expect(clippy::cast_possible_truncation, reason = "a small count")]
        move || Reflect::get(&window, &"listening".into()).unwrap().as_f64().unwrap() as i32
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        let window = web_sys::window().unwrap();
        window.remove_event_listener_with_callback("message", self.heard.as_ref().unchecked_ref()).unwrap();
        self.element.remove();
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    window: Window,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={Extension::details().in_window(props.window.clone())}>
            <Customer />
        </ExtensionProvider>
    }
}

#[component]
fn Customer() -> Html {
    let details = use_details();
    let onclick = move |_| drop(details.put_message("Hi"));
    let name = use_customer_profile().shown().and_then(|customer| customer.name.clone()).unwrap_or_default();
    let connection = use_connection();
    html! { <><button {onclick} />{ name }<i>{ format!("refused {}", connection.refused) }</i></> }
}

const HANDSHAKE: &str =
    r#"{"@@livechat/postmessenger":true,"owner":"o","instance":3,"type":"handshake","data":{},"request":null}"#;

fn call(event: &str) -> String {
    format!(
        r#"{{"@@livechat/postmessenger":true,"owner":"o","instance":3,"type":"call","data":{{"method":"handle","args":[{event}]}},"request":0}}"#
    )
}

#[wasm_bindgen_test]
async fn host_and_extension_talk_by_real_messages() {
    let frame = Frame::new();
    let app = Mounted::<App>::new(AppProps { window: frame.window() });
    frame.post(HANDSHAKE);
    until("handshake and plugin_inited", || frame.received.borrow().len() == 2).await;
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    assert_eq!(
        frame.received.borrow()[0],
        format!(
            r#"{{"@@livechat/postmessenger":true,"owner":"o","instance":3,"type":"response","data":{{"error":false,"result":{{}}}},"request":null,"origin":"{origin}"}}"#
        )
    );
    assert_eq!(
        frame.received.borrow()[1],
        r#"{"@@livechat/postmessenger":true,"owner":"o","instance":3,"type":"call","data":{"method":"handle","args":[{"plugin_id":null,"message":"plugin_inited","data":null}]},"request":0}"#
    );
    frame.post(&call(r#"{"event_name":"livechat:customer_profile","event_data":{"id":"C1","name":"Mary","chat":{}}}"#));
    app.shows("Mary").await;
    app.click("button");
    until("put_message", || {
        frame.received.borrow().iter().any(|json| json.contains(r#""message":"put_message","data":"Hi""#))
    })
    .await;
}

#[wasm_bindgen_test]
async fn only_the_parent_window_is_heard() {
    let frame = Frame::new();
    let app = Mounted::<App>::new(AppProps { window: frame.window() });
    // The frame posts to itself: the sender is not its parent.
    let script = Reflect::get(&frame.window(), &"Function".into()).unwrap().unchecked_into::<Function>();
    let inside = script.call1(&JsValue::NULL, &format!("window.postMessage({HANDSHAKE}, '*')").into()).unwrap();
    inside.unchecked_into::<Function>().call0(&frame.window()).unwrap();
    app.shows("refused 1").await;
    // A synthetic event, which no browser delivered.
    let synthetic = script
        .call1(
            &JsValue::NULL,
            &format!("window.dispatchEvent(new MessageEvent('message', {{data: {HANDSHAKE}, origin: location.origin, source: parent}}))").into(),
        )
        .unwrap();
    synthetic.unchecked_into::<Function>().call0(&frame.window()).unwrap();
    app.shows("refused 2").await;
    assert!(frame.received.borrow().is_empty(), "nobody was answered");
}

#[wasm_bindgen_test]
async fn unmounting_removes_the_listener() {
    let frame = Frame::new();
    let listening = frame.count_listeners();
    let mut app = Mounted::<App>::new(AppProps { window: frame.window() });
    until("a listener", || listening() == 1).await;
    app.unmount().await;
    until("no listener", || listening() == 0).await;
}
