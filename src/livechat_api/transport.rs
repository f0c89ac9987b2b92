//! Sends a request with the browser's `fetch` directly: gloo-net adds 3.4 kB to an extension that makes one call.

use js_sys::{Array, Uint8Array, futures::JsFuture};
use livechat_api::{Body, Request, Upload};
use livechat_protocol::Payload;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, FormData, RequestInit, Response};

use crate::platform::{self, HostValue};

/// The response.
pub(super) struct Answered {
    pub(super) status: u16,
    /// The header, if LiveChat sends it and lets the page read it.
    pub(super) retry_after: Option<String>,
    pub(super) body: String,
}

/// Sends a request; `None` if no answer that the page may read arrived.
pub(super) async fn send(request: &Request) -> Option<Answered> {
    // Natively there is no `fetch`.
    let window = platform::window()?;
    let init = init(request).ok()?;
    let response = JsFuture::from(window.fetch_with_str_and_init(request.url(), &init)).await.ok()?;
    let response: Response = response.unchecked_into();
    let body = JsFuture::from(response.text().ok()?).await.ok()?;
    Some(Answered {
        status: response.status(),
        retry_after: response.headers().get("Retry-After").ok()?,
        body: body.as_string()?,
    })
}

/// The second argument of `fetch`.
fn init(request: &Request) -> Result<RequestInit, JsValue> {
    let headers = request.headers();
    let headers = headers.iter().map(|(name, value)| (*name, HostValue::text(value))).collect();
    let mut members =
        vec![("method", HostValue::text(request.method().as_str())), ("headers", HostValue::object(headers))];
    match request.body() {
        Body::Json(text) | Body::Form(text) => members.push(("body", HostValue::text(text))),
        Body::File(upload) => members.push(("body", HostValue::from(JsValue::from(form_data(upload)?)))),
        _ => {}
    }
    // One function for all members is smaller than a setter for each.
    Ok(HostValue::object(members).as_js().clone().unchecked_into())
}

/// A form with the file in it, which the browser encodes.
fn form_data(upload: &Upload) -> Result<FormData, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(upload.content_type());
    let parts = Array::of1(&Uint8Array::from(upload.bytes()));
    let file = Blob::new_with_buffer_source_sequence_and_options(&parts, &options)?;
    let form = FormData::new()?;
    form.append_with_blob_and_filename("file", &file, upload.name())?;
    Ok(form)
}
