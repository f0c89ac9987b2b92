//! The key chord, and the object for the console.

use gloo_events::EventListener;
use js_sys::{Date, Object, Reflect};
use livechat_protocol::PlacementKind;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{KeyboardEvent, Window};

use super::file::{self, Choices};
use crate::{
    bridge::Capture,
    platform::{self, warn},
};

/// The object's name. Until the application takes over, the object of the page's scripts has it.
const NAME: &str = "yewLivechat";

/// Offers the recording for the life of the page.
pub(crate) fn offer(window: &Window, placement: PlacementKind, capture: Capture) {
    let object = Object::new();
    let record = Closure::<dyn Fn(JsValue) -> JsValue>::new({
        let (window, capture) = (window.clone(), capture.clone());
        move |options: JsValue| {
            let is_set = |name: &str| Reflect::get(&options, &name.into()).is_ok_and(|value| value == JsValue::TRUE);
            let choices = Choices { real: is_set("real"), own_texts: is_set("ownTexts") };
            save(&window, placement, &capture, choices, is_set("text")).into()
        }
    });
    let forget = Closure::<dyn Fn() -> JsValue>::new({
        let capture = capture.clone();
        move || {
            capture.with(|recorder| recorder.forget(platform::now()));
            "yew-livechat: the recording was discarded, and a new one begins".into()
        }
    });
    for (name, function) in [("record", record.into_js_value()), ("forget", forget.into_js_value())] {
        // This fails only for a frozen object, and this one is new.
        let _ = Reflect::set(&object, &name.into(), &function);
    }
    if !Reflect::set(window, &NAME.into(), &object).unwrap_or_default() {
        warn("the page defines `window.yewLivechat` itself; save the recording with the keys");
    }
    let saving = window.clone();
    let keys = EventListener::new(window, "keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        // The physical key: with Option, it types another letter on a Mac.
        let is_chord = event.ctrl_key() && event.alt_key() && event.shift_key() && event.code() == "KeyS";
        if is_chord && !event.repeat() {
            let message = save(&saving, placement, &capture, Choices::default(), false);
            web_sys::console::info_1(&message.into());
        }
    });
    keys.forget();
}

/// Saves the file, and returns a message about it; or returns the file's text.
fn save(window: &Window, placement: PlacementKind, capture: &Capture, choices: Choices, as_text: bool) -> String {
    let time = String::from(Date::new_0().to_iso_string());
    let made = capture.with(|recorder| (file::scenario(recorder, placement, &time, choices), recorder.dropped()));
    let Some((scenario, dropped)) = made else { return String::new() };
    let text = scenario.to_json();
    if as_text {
        return text;
    }
    let name = file::name(placement, &time);
    if file::save(window, &name, &text).is_err() {
        return "yew-livechat: the browser refused to save the file; `yewLivechat.record({ text: true })` returns its text"
            .to_owned();
    }
    let steps = scenario.steps.len();
    let dropped = if dropped > 0 { format!(", without {dropped} older ones") } else { String::new() };
    let values = if choices.real { "real values" } else { "made-up values" };
    format!("yew-livechat: saved {name}: {steps} steps{dropped}, with {values}; read it before you pass it on")
}
