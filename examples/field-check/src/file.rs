//! Files that the browser saves.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Has the browser save a file. Does nothing in native tests.
///
/// # Errors
/// If the browser does not let the file be created.
pub(crate) fn save(name: &str, kind: &str, text: &str) -> Result<(), String> {
    if !cfg!(target_family = "wasm") {
        return Ok(());
    }
    let saved = || -> Result<(), JsValue> {
        let properties = BlobPropertyBag::new();
        properties.set_type(kind);
        let file = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &properties)?;
        let address = Url::create_object_url_with_blob(&file)?;
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The download has begun with the click.
        Url::revoke_object_url(&address)
    };
    saved().map_err(|_| "the browser refused to create the file".to_owned())
}

/// The origin of this page; a made-up one in native tests.
pub(crate) fn origin() -> String {
    let window = if cfg!(target_family = "wasm") { web_sys::window() } else { None };
    let origin = window.and_then(|window| window.location().origin().ok());
    origin.unwrap_or_else(|| "https://extension.example".to_owned())
}

/// Loads the page again.
pub(crate) fn reload() {
    if cfg!(target_family = "wasm")
        && let Some(window) = web_sys::window()
    {
        // If the browser refuses, the tester opens the extension again.
        let _ = window.location().reload();
    }
}
