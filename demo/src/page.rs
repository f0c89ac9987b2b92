//! This page's address, for files that the host loads from it.

/// Returns the URL of a file beside this page.
pub(crate) fn url_of(file: &str) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}/{file}")
}
