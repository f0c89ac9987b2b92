//! Writing text to the clipboard.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, Element, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text. If the clipboard API is missing or refused, as in an iframe without `allow="clipboard-write"`,
/// copies a selection instead, inside `place`. Returns whether either worked.
pub(crate) async fn copy(text: &str, place: &Element) -> bool {
    (!is_blocked().unwrap_or(false) && write(text).await.is_ok()) || copy_selection(text, place).unwrap_or(false)
}

/// Whether the page around this one forbids the clipboard API. Chromium reports every attempt as an error in the console,
/// and is the only browser that answers the question.
fn is_blocked() -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let policy = Reflect::get(&document, &"featurePolicy".into()).ok()?;
    let allows: Function = Reflect::get(&policy, &"allowsFeature".into()).ok()?.dyn_into().ok()?;
    Some(!allows.call1(&policy, &"clipboard-write".into()).ok()?.as_bool()?)
}

async fn write(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    // An insecure page has no clipboard, and calling a method of `undefined` would throw through WebAssembly.
    let clipboard: Clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ())
}

/// In `place` instead of the body: nothing outside an open dialog can be selected.
fn copy_selection(text: &str, place: &Element) -> Option<bool> {
    let document: HtmlDocument = web_sys::window()?.document()?.dyn_into().ok()?;
    let focused = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_class_name("lc-visually-hidden");
    area.set_read_only(true);
    area.set_value(text);
    place.append_child(&area).ok()?;
    select(&area);
    let copied = document.exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}

/// Focuses the field and selects its content.
pub(crate) fn select(field: &HtmlTextAreaElement) {
    let _ = field.focus();
    field.select();
}
