//! A toast in a message without a `plugin_id`, which the framework never sends.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// The mark of the trusted driver's messages.
const MARK: &str = "@@livechat/postmessenger";
/// A number that the framework does not reach for its own requests.
const REQUEST: u32 = 1_000_000;
/// The toast's text.
const TEXT: &str = "Without a plugin id";

/// The members of a connection's messages, from the latest message of the host.
#[derive(Default)]
pub(crate) struct Connection(Rc<RefCell<Option<Seen>>>);

/// A host that speaks the trusted driver.
#[derive(Clone)]
struct Seen {
    origin: String,
    owner: JsValue,
    instance: JsValue,
}

impl Connection {
    /// Looks at the host's messages for the life of the page.
    pub(crate) fn listen(&self) {
        if !cfg!(target_family = "wasm") {
            return;
        }
        let seen = Rc::clone(&self.0);
        let listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            if let Some(connection) = of_message(&event) {
                *seen.borrow_mut() = Some(connection);
            }
        });
        let global = js_sys::global();
        if let Ok(add) = get::<js_sys::Function>(&global, "addEventListener") {
            // It throws only without its two arguments.
            let _ = add.call2(&global, &"message".into(), &listener.into_js_value());
        }
    }

    /// Sends the message.
    ///
    /// # Errors
    /// If no host has sent a message yet, or the browser refuses to post.
    pub(crate) fn send_toast(&self) -> Result<(), String> {
        let seen = self.0.borrow().clone().ok_or("the host has sent nothing with the trusted driver yet")?;
        let sent = || -> Result<(), JsValue> {
            let window = web_sys::window().ok_or(JsValue::NULL)?;
            let parent = window.parent()?.ok_or(JsValue::NULL)?;
            parent.post_message(&message(&seen)?, &seen.origin)
        };
        sent().map_err(|_| "the browser refused to post the message".to_owned())
    }
}

fn get<T: JsCast>(object: &JsValue, name: &str) -> Result<T, JsValue> {
    Reflect::get(object, &name.into())?.dyn_into()
}

/// The connection of a message from the host: one that the browser created, from the window around this one.
fn of_message(event: &JsValue) -> Option<Seen> {
    let parent: JsValue = web_sys::window()?.parent().ok()??.into();
    let member = |name: &str| Reflect::get(event, &name.into()).ok();
    let is_from_host = member("isTrusted")? == JsValue::TRUE && Object::is(&member("source")?, &parent);
    let data = member("data").filter(|data| is_from_host && data.is_object())?;
    let of_data = |name: &str| Reflect::get(&data, &name.into()).ok().filter(|value| !value.is_undefined());
    of_data(MARK)?;
    Some(Seen { origin: member("origin")?.as_string()?, owner: of_data("owner")?, instance: of_data("instance")? })
}

/// The call of the trusted driver that carries the toast.
fn message(seen: &Seen) -> Result<JsValue, JsValue> {
    let object = |members: &[(&str, JsValue)]| -> Result<JsValue, JsValue> {
        let object = Object::new();
        for (name, value) in members {
            Reflect::set(&object, &(*name).into(), value)?;
        }
        Ok(object.into())
    };
    let toast = object(&[("content", TEXT.into()), ("kind", "success".into())])?;
    let command = object(&[("plugin_id", JsValue::NULL), ("message", "set_toast".into()), ("data", toast)])?;
    let call = object(&[("method", "handle".into()), ("args", Array::of1(&command).into())])?;
    object(&[
        (MARK, JsValue::TRUE),
        ("owner", seen.owner.clone()),
        ("instance", seen.instance.clone()),
        ("type", "call".into()),
        ("data", call),
        ("request", REQUEST.into()),
    ])
}
