//! The page's own address.

use wasm_bindgen::JsValue;

/// The page's query string.
pub(crate) fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Writes the query string into the page's address, without a step in its history.
pub(crate) fn set_query(query: &str) {
    let replace = || -> Option<()> {
        let window = web_sys::window()?;
        let location = window.location();
        let url = format!("{}{query}{}", location.pathname().ok()?, location.hash().ok()?);
        window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&url)).ok()
    };
    // Without it the choices are only lost at the next reload.
    let _ = replace();
}
