//! An extension in a real, connected iframe, and everything that it received.

use std::{cell::RefCell, rc::Rc};

use browser_tests::{
    frame::{Frame, HANDSHAKE, call},
    page::{Mounted, until},
};
use js_sys::{JSON, Reflect};
use livechat_protocol::{Decode, DecodeError, Event, Kind, Payload, Reader};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Window;
use yew::prelude::*;
use yew_livechat::{components::CustomerCard, prelude::*};

/// What an extension received.
#[derive(Clone, Default)]
pub(crate) struct Observed {
    /// Every event's name.
    pub(crate) names: Rc<RefCell<Vec<String>>>,
    /// Every readable profile.
    pub(crate) profiles: Rc<RefCell<Vec<CustomerProfile>>>,
    /// Refusals and skipped fields, as reported to the app.
    pub(crate) connection: Rc<RefCell<Option<Connection>>>,
}

impl PartialEq for Observed {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.names, &other.names)
    }
}

/// Data of any form, decoded down to the last member: an app's own type that exercises the limits.
pub(crate) struct Anything;

impl Decode for Anything {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        match from.value().kind() {
            Kind::Object => from.members(|_, member| Self::decode(member)).map(drop)?,
            Kind::List => from.items(Self::decode).map(drop)?,
            Kind::Text => from.text().map(drop)?,
            Kind::Number => from.number().map(drop)?,
            _ => {}
        }
        Ok(Self)
    }
}

impl Event for Anything {
    const NAME: &'static str = "anything";
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AppProps {
    window: Window,
    observed: Observed,
}

#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={Extension::details().in_window(props.window.clone())}>
            <Listener ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn Listener(props: &AppProps) -> Html {
    let observed = props.observed.clone();
    use_any_host_event({
        let names = observed.names.clone();
        move |event| {
            names.borrow_mut().push(event.name.clone());
            // As an inspector does; success depends on the value.
            drop(event.data.to_json());
        }
    });
    use_host_event({
        let profiles = observed.profiles.clone();
        move |profile: CustomerProfile| profiles.borrow_mut().push(profile)
    });
    use_host_event(|_: Anything| {});
    *observed.connection.borrow_mut() = Some(use_connection());
    let (session, theme) = (use_session(), use_host_theme());
    let card = use_customer_profile().shown().map(|customer| html! { <CustomerCard {customer} /> });
    html! { <div data-theme={theme.as_str()} title={format!("{:?}", *session)}>{ card }</div> }
}

/// An extension in an iframe; the test's window is its host.
pub(crate) struct Framed {
    pub(crate) frame: Frame,
    pub(crate) app: Mounted<App>,
    pub(crate) observed: Observed,
    errors: Errors,
    good: u32,
}

impl Framed {
    pub(crate) async fn connected() -> Self {
        let frame = Frame::new().await;
        let observed = Observed::default();
        let errors = Errors::of(vec![web_sys::window().unwrap(), frame.window()]);
        let app = Mounted::listening(AppProps { window: frame.window(), observed: observed.clone() }).await;
        frame.post(HANDSHAKE);
        until("plugin_inited", || frame.received.borrow().len() == 2).await;
        Self { frame, app, observed, errors, good: 0 }
    }

    /// Posts an event with the value of this JavaScript expression as data.
    pub(crate) fn send(&self, name: &str, expression: &str) {
        self.post_event(name, &js(expression)).unwrap_or_else(|error| panic!("{expression}: {error:?}"));
    }

    /// # Errors
    /// If the data can't be cloned.
    pub(crate) fn post_event(&self, name: &str, data: &JsValue) -> Result<(), JsValue> {
        let event = object(&format!(r#"{{"event_name":"livechat:{name}"}}"#));
        Reflect::set(&event, &"event_data".into(), data).unwrap();
        self.post_argument(&event)
    }

    /// Calls `handle` with this argument instead of an event.
    ///
    /// # Errors
    /// If it can't be cloned.
    pub(crate) fn post_argument(&self, argument: &JsValue) -> Result<(), JsValue> {
        let frame = object(&call("null"));
        let args = Reflect::get(&Reflect::get(&frame, &"data".into()).unwrap(), &"args".into()).unwrap();
        Reflect::set_u32(&args, 0, argument).unwrap();
        self.frame.post_value(&frame)
    }

    /// Posts a valid event, and returns its customer's id.
    pub(crate) fn post_good(&mut self) -> String {
        self.good += 1;
        let id = format!("good {}", self.good);
        self.send("customer_profile", &format!("{{id: '{id}', name: '{id}', chat: {{}}}}"));
        id
    }

    /// A valid event arrives and is shown; nothing was thrown.
    pub(crate) async fn still_works(&mut self, after: &str) {
        let id = self.post_good();
        until(&format!("a good event after {after}"), || self.app.text().contains(&id)).await;
        self.errors.none(after);
    }

    pub(crate) fn errors(&self) -> &Errors {
        &self.errors
    }

    /// Waits until this many fields were skipped, and returns the latest.
    pub(crate) async fn skipped(&self, number: u64) -> String {
        let connection = || self.observed.connection.borrow().clone();
        until("a field is left out", || connection().is_some_and(|connection| connection.skipped >= number)).await;
        let Connection { refused, skipped, last_skipped, .. } = connection().unwrap();
        assert_eq!((refused, skipped), (0, number), "only that field is skipped");
        last_skipped.last().unwrap().to_string()
    }

    pub(crate) fn last_profile(&self) -> CustomerProfile {
        self.observed.profiles.borrow().last().cloned().expect("a readable profile")
    }
}

/// The value of a JavaScript expression.
pub(crate) fn js(expression: &str) -> JsValue {
    js_sys::eval(&format!("({expression})")).unwrap_or_else(|error| panic!("{expression}: {error:?}"))
}

fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// The uncaught errors of these windows.
pub(crate) struct Errors {
    windows: Vec<Window>,
    thrown: Rc<RefCell<Vec<String>>>,
    listener: Closure<dyn FnMut(JsValue)>,
}

const UNCAUGHT: [&str; 2] = ["error", "unhandledrejection"];

impl Errors {
    pub(crate) fn of(windows: Vec<Window>) -> Self {
        let thrown = Rc::new(RefCell::new(Vec::new()));
        let listener = {
            let thrown = Rc::clone(&thrown);
            Closure::new(move |event: JsValue| {
                let said = ["message", "reason"].map(|name| Reflect::get(&event, &name.into()).unwrap_or_default());
                thrown.borrow_mut().push(format!("{said:?}"));
            })
        };
        for (window, name) in windows.iter().flat_map(|window| UNCAUGHT.map(|name| (window, name))) {
            window.add_event_listener_with_callback(name, Closure::as_ref(&listener).unchecked_ref()).unwrap();
        }
        Self { windows, thrown, listener }
    }

    pub(crate) fn none(&self, after: &str) {
        assert!(self.thrown.borrow().is_empty(), "thrown after {after}: {:?}", self.thrown.borrow());
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        for (window, name) in self.windows.iter().flat_map(|window| UNCAUGHT.map(|name| (window, name))) {
            window.remove_event_listener_with_callback(name, Closure::as_ref(&self.listener).unchecked_ref()).unwrap();
        }
    }
}
