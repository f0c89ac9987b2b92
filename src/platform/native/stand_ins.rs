//! Substitutes for things that only a browser has.

use std::time::Duration;

use wasm_bindgen::JsValue;
use web_sys::{Storage, Window};

/// Whether there is storage at all.
pub(crate) const HAS_STORAGE: bool = false;

/// A timer that never fires.
pub(crate) struct Timeout;

impl Timeout {
    pub(crate) fn new(_: u32, _: impl FnOnce() + 'static) -> Self {
        Self
    }
}

/// There is no window.
pub(crate) fn window() -> Option<Window> {
    None
}

/// There are no preferred languages.
pub(crate) fn languages() -> Vec<String> {
    Vec::new()
}

/// Runs the function for the terminal, as under `cargo run`.
#[cfg(feature = "csr")]
pub(crate) fn run<T>(with: T, _: impl FnOnce(T), in_terminal: impl FnOnce(T)) {
    in_terminal(with);
}

/// Time does not pass unless a test lets it.
pub(crate) fn now() -> Duration {
    Duration::ZERO
}

/// Does nothing: nothing is ever on screen.
pub(crate) fn after_rendering(_: impl FnOnce() + 'static) {}

/// Calls the function; a panic ends the test.
pub(crate) fn isolated(callback: impl Fn() + 'static) {
    callback();
}

/// There is no storage.
pub(crate) fn storage() -> Result<Storage, JsValue> {
    Err(JsValue::UNDEFINED)
}

/// Warns the developer.
pub(crate) fn warn(text: &str) {
    eprintln!("yew-livechat: {text}");
}
