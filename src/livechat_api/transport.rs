//! Sends a request by the browser's `fetch`.

use gloo_net::http::{Method, RequestBuilder, Response};
use js_sys::{Array, Uint8Array};
use livechat_api::{Body, Request, Upload};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, FormData};

use crate::platform;

/// What came back.
pub(super) struct Answered {
    pub(super) status: u16,
    /// The header, where LiveChat sends it and lets the page read it.
    pub(super) retry_after: Option<String>,
    pub(super) body: String,
}

/// Sends a request; `None` if nothing came back that the page may read.
pub(super) async fn send(request: &Request) -> Option<Answered> {
    // Natively there is no `fetch`.
    platform::window()?;
    let response = fetch(request).await.ok()?;
    Some(Answered {
        status: response.status(),
        retry_after: response.headers().get("Retry-After"),
        body: response.text().await.ok()?,
    })
}

async fn fetch(request: &Request) -> Result<Response, gloo_net::Error> {
    let method = match request.method() {
        livechat_api::Method::Get => Method::GET,
        livechat_api::Method::Post => Method::POST,
    };
    let mut builder = RequestBuilder::new(request.url()).method(method);
    for (name, value) in request.headers() {
        builder = builder.header(name, &value);
    }
    match request.body() {
        Body::Json(text) | Body::Form(text) => builder.body(text)?.send().await,
        Body::File(upload) => builder.body(form_data(upload).map_err(|error| js_error(&error))?)?.send().await,
        _ => builder.send().await,
    }
}

/// A form with the file in it, as which the browser sends it.
fn form_data(upload: &Upload) -> Result<FormData, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(upload.content_type());
    let parts = Array::of1(&Uint8Array::from(upload.bytes()));
    let file = Blob::new_with_buffer_source_sequence_and_options(&parts, &options)?;
    let form = FormData::new()?;
    form.append_with_blob_and_filename("file", &file, upload.name())?;
    Ok(form)
}

fn js_error(error: &JsValue) -> gloo_net::Error {
    gloo_net::Error::GlooError(format!("{error:?}"))
}
