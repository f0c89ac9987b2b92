//! The browser's console.

/// Warns the developer.
pub(crate) fn warn(text: &str) {
    web_sys::console::warn_1(&format!("yew-livechat: {text}").into());
}
