//! Elements with inline styles, for a page that may lack the style sheet.

use gloo_events::EventListener;
use js_sys::Reflect;
use web_sys::{Document, Element};

use crate::app::element::element;

/// The style of a box over the page. It sets its own colors: without the style sheet the page is transparent, and
/// shows black text on a host's dark background.
pub(super) const BOX: &str = "position: fixed; z-index: 2147483647; inset: 0 0 auto; box-sizing: border-box; \
    max-height: 100%; margin: 0; padding: 16px; overflow: auto; border: 0 solid #ca0005; border-top-width: 4px; \
    background: #fff; color: #131317; font: 14px/20px system-ui, sans-serif; overflow-wrap: anywhere; text-align: start;";

/// The style of code in it.
pub(super) const CODE: &str = "display: block; margin: 8px 0; padding: 8px; background: #f3f3f3; color: #131317; \
    font: 12px/18px ui-monospace, monospace; white-space: pre-wrap;";

/// The style of a button in it.
const BUTTON: &str = "padding: 4px 12px; border: 1px solid #62626d; border-radius: 4px; background: #fff; color: #131317; \
    font: inherit; cursor: pointer;";

/// Sets the element's style from script: a Content Security Policy allows that, unlike a `style` in the markup.
pub(super) fn set_style(element: &Element, style: &str) -> Option<()> {
    let declarations = Reflect::get(element, &"style".into()).ok()?;
    Reflect::set(&declarations, &"cssText".into(), &style.into()).ok().map(drop)
}

/// Adds an element with this text.
pub(super) fn add(document: &Document, parent: &Element, name: &str, text: &str) -> Option<Element> {
    let child = element(document, name, "")?;
    child.set_text_content(Some(text));
    parent.append_child(&child).ok()?;
    Some(child)
}

/// Adds a button that removes the box.
pub(super) fn add_hide_button(document: &Document, sheet: &Element) -> Option<()> {
    let button = add(document, sheet, "button", "Hide")?;
    button.set_attribute("type", "button").ok()?;
    set_style(&button, BUTTON)?;
    let sheet = sheet.clone();
    // It lives as long as the page, which shows at most two of them.
    EventListener::new(&button, "click", move |_| sheet.remove()).forget();
    Some(())
}
