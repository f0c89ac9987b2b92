//! This page's address, for files that the host loads from it.

/// Returns the URL of a file in the folder of the build.
pub(crate) fn url_of(file: &str) -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let base = document.and_then(|document| document.base_uri().ok()?).unwrap_or_default();
    let folder = base.rfind('/').and_then(|end| base.get(..end)).unwrap_or_default();
    format!("{folder}/{file}")
}
