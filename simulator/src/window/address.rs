//! The page's own address.

use wasm_bindgen::JsValue;

/// Returns the page's query string.
pub(crate) fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Replaces the page's query string without adding to its history.
pub(crate) fn set_query(query: &str) {
    let replace = || -> Option<()> {
        let window = web_sys::window()?;
        let location = window.location();
        let url = format!("{}{query}{}", location.pathname().ok()?, location.hash().ok()?);
        window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&url)).ok()
    };
    // If that fails, the choices are lost at the next reload.
    let _ = replace();
}
