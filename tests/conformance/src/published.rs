//! `window.conformance`: the page's interface for the test.

use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::future_to_promise;
use yew::prelude::*;

use crate::{
    arguments::Arguments,
    call::{CallError, Called},
    hearing::{Hearing, Listener},
    journal,
};

/// Carries out a method, if the placement has it.
pub(crate) type Method = Rc<dyn Fn(&str, &Arguments) -> Result<Option<Called>, CallError>>;

/// Events with their own listener.
#[derive(Default, PartialEq)]
struct Listening(Vec<String>);

enum Change {
    On(String),
    Off(String),
}

impl Reducible for Listening {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut names = self.0.clone();
        match change {
            Change::On(name) => names.push(name),
            Change::Off(name) => names.retain(|present| *present != name),
        }
        Rc::new(Self(names))
    }
}

/// Publishes a placement's methods, and renders the listeners.
#[hook]
pub(crate) fn use_published(method: Method) -> Html {
    let listening = use_reducer_eq(Listening::default);
    let latest = use_mut_ref(|| Rc::clone(&method));
    *latest.borrow_mut() = method;
    use_effect_with((), {
        let change = listening.dispatcher();
        move |()| {
            publish(move |name, arguments| {
                let method = Rc::clone(&latest.borrow());
                if let Some(called) = method(name, arguments)? {
                    return Ok(called);
                }
                let event = || arguments.read::<String>(0);
                match name {
                    "on" => change.dispatch(Change::On(event()?)),
                    "off" => change.dispatch(Change::Off(event()?)),
                    _ => return Err(CallError::NoMethod(name.to_owned())),
                }
                Ok(Called::Found(Value::Null))
            });
        }
    });
    html! {
        <>
            <Hearing />
            for name in &listening.0 {
                <Listener key={name.as_str()} name={name.clone()} />
            }
        </>
    }
}

fn publish(call: impl Fn(&str, &Arguments) -> Result<Called, CallError> + 'static) {
    let call = Rc::new(call);
    let call = Closure::<dyn Fn(String, String) -> Promise>::new(move |name: String, arguments: String| {
        // At once, as the SDK does; only the answer is awaited.
        let called =
            Arguments::parse(&arguments).map_err(CallError::from).and_then(|arguments| call(&name, &arguments));
        future_to_promise(async move { Ok(outcome(called).await.to_string().into()) })
    });
    let heard = Closure::<dyn Fn(u32) -> String>::new(journal::since);
    let conformance = Object::new();
    let members = [("call", call.into_js_value()), ("heard", heard.into_js_value())];
    let published = members.into_iter().try_for_each(|(name, value)| {
        Reflect::set(&conformance, &name.into(), &value)?;
        Ok::<(), JsValue>(())
    });
    let window: Option<Object> = web_sys::window().map(JsCast::unchecked_into);
    if let (Ok(()), Some(window)) = (published, window) {
        // A window accepts any member; without this one the test times out with its name.
        let _ = Reflect::set(&window, &"conformance".into(), &conformance);
    }
}

async fn outcome(called: Result<Called, CallError>) -> Value {
    let ended = match called {
        Ok(Called::Sent(acknowledgement)) => acknowledgement.await.map(|()| Value::Null).map_err(CallError::from),
        Ok(Called::Found(value)) => Ok(value),
        Ok(Called::Later(value)) => Ok(value.await),
        Err(error) => Err(error),
    };
    match ended {
        Ok(returned) => json!({ "refused": null, "returned": returned }),
        Err(error) => json!({ "refused": error.to_string(), "returned": null }),
    }
}
