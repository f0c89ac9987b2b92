//! Downloads and uploads of files.

use gloo_net::http::Request;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Offers a JSON file for download.
///
/// # Errors
/// If the browser does not allow it.
pub(crate) fn save_file(name: &str, text: &str) -> Result<(), String> {
    let save = || -> Result<(), JsValue> {
        let kind = BlobPropertyBag::new();
        kind.set_type("application/json");
        let file = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
        let address = Url::create_object_url_with_blob(&file)?;
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The download has its own reference by now.
        Url::revoke_object_url(&address)
    };
    save().map_err(|_| "the browser did not save the file".to_owned())
}

/// Reads a file that the user chose.
///
/// # Errors
/// If it cannot be read.
pub(crate) async fn read_file(file: &File) -> Result<String, String> {
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or_else(|| format!("{} could not be read: choose it again", file.name()))
}

/// Reads a file from a server.
///
/// # Errors
/// If there is no file at that address.
pub(crate) async fn fetch_file(address: &str) -> Result<String, String> {
    let unreachable = |error: gloo_net::Error| format!("{address} could not be loaded: {error}");
    let response = Request::get(address).send().await.map_err(unreachable)?;
    if !response.ok() {
        return Err(format!("{address} could not be loaded: the server answered {}", response.status()));
    }
    response.text().await.map_err(unreachable)
}
