//! The message of a panic, and where it happened.

use std::panic::PanicHookInfo;

use web_sys::{Document, Element};

use super::sheet::{BOX, CODE, add, add_hide_button, set_style};

/// The panic's message, with file, line and column.
pub(crate) fn panic_text(info: &PanicHookInfo<'_>) -> String {
    let words = info.payload_as_str().unwrap_or("a panic without a message");
    match info.location() {
        Some(location) => format!("{words}\n\nat {location}"),
        None => words.to_owned(),
    }
}

/// Makes the notice of a panic cover the page, whose content may be stale, and shows the panic's message.
pub(crate) fn cover_page(document: &Document, notice: &Element, text: &str) -> Option<()> {
    set_style(notice, &[BOX, "height: 100%;"].concat())?;
    let code = add(document, notice, "code", text)?;
    code.set_attribute("dir", "auto").ok()?;
    set_style(&code, CODE)?;
    let stale = "Content behind this notice may be stale. The console has the stack trace.";
    set_style(&add(document, notice, "span", stale)?, "display: block; margin: 0 0 8px;")?;
    add_hide_button(document, notice)
}
