//! An iframe whose window is the extension's, and messages to it from the host, which is the test's own window.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Array, Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{HtmlIFrameElement, MessageEvent, Window};

use crate::page::until;

/// An iframe, and the messages that the test's window has received since it was created.
pub struct Frame {
    element: HtmlIFrameElement,
    /// The messages, as JSON.
    pub received: Rc<RefCell<Vec<String>>>,
    listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Frame {
    /// An empty frame of the test's own origin.
    pub async fn new() -> Self {
        Self::with_attributes(&[]).await
    }

    /// An iframe whose messages are dropped.
    pub async fn deaf() -> Self {
        let frame = Self::new().await;
        frame.remove_listener();
        frame
    }

    /// An iframe with these attributes.
    pub async fn with_attributes(attributes: &[(&str, &str)]) -> Self {
        earlier_messages().await;
        let window = web_sys::window().unwrap();
        let document = window.document().unwrap();
        let element: HtmlIFrameElement = document.create_element("iframe").unwrap().unchecked_into();
        for (name, value) in attributes {
            element.set_attribute(name, value).unwrap();
        }
        document.body().unwrap().append_child(&element).unwrap();
        let received = Rc::new(RefCell::new(Vec::new()));
        let listener = {
            let received = Rc::clone(&received);
            Closure::new(move |event: MessageEvent| {
                if event.data() != MARK {
                    received.borrow_mut().push(JSON::stringify(&event.data()).unwrap().into());
                }
            })
        };
        window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref()).unwrap();
        Self { element, received, listener }
    }

    /// Its window.
    pub fn window(&self) -> Window {
        self.element.content_window().unwrap()
    }

    /// Posts the value of this JSON to it.
    pub fn post(&self, json: &str) {
        self.post_value(&JSON::parse(json).unwrap()).unwrap();
    }

    /// Posts this value to it.
    ///
    /// # Errors
    /// When the value cannot be cloned.
    pub fn post_value(&self, value: &JsValue) -> Result<(), JsValue> {
        self.window().post_message(value, "*")
    }

    fn remove_listener(&self) {
        let window = web_sys::window().unwrap();
        window.remove_event_listener_with_callback("message", self.listener.as_ref().unchecked_ref()).unwrap();
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.remove_listener();
        self.element.remove();
    }
}

/// Waits until messages of the previous test have arrived: messages to one window keep their order.
async fn earlier_messages() {
    let window = web_sys::window().unwrap();
    let arrived = Rc::new(Cell::new(false));
    let listener = {
        let arrived = Rc::clone(&arrived);
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if event.data() == MARK {
                arrived.set(true);
            }
        })
    };
    window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref()).unwrap();
    window.post_message(&MARK.into(), "*").unwrap();
    until("the test's own message", || arrived.get()).await;
    window.remove_event_listener_with_callback("message", listener.as_ref().unchecked_ref()).unwrap();
}

const MARK: &str = "a test begins";

/// Runs a script in another window's realm: messages that it posts have that window as their source.
pub fn run_in(window: &Window, script: &str, argument: &JsValue) -> JsValue {
    let function = Reflect::get(window, &"Function".into()).unwrap().unchecked_into::<Function>();
    let script = Reflect::construct(&function, &Array::of2(&"argument".into(), &script.into())).unwrap();
    script.unchecked_into::<Function>().call1(window, argument).unwrap()
}

/// Counts a window's message listeners from now on.
pub fn count_listeners(window: &Window) -> impl Fn() -> i32 + use<> {
    let window = window.clone();
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

/// A host's handshake.
pub const HANDSHAKE: &str =
    r#"{"@@livechat/postmessenger":true,"owner":"o","instance":3,"type":"handshake","data":{},"request":null}"#;

/// A frame of the connection from [`HANDSHAKE`] with this event.
pub fn call(event: &str) -> String {
    call_numbered(event, 0)
}

/// The same, with this number.
pub fn call_numbered(event: &str, request: usize) -> String {
    format!(
        r#"{{"@@livechat/postmessenger":true,"owner":"o","instance":3,"type":"call","data":{{"method":"handle","args":[{event}]}},"request":{request}}}"#
    )
}
