//! Where this page is, for what the host is to load from it.

/// The URL of one of the files beside this page.
pub(crate) fn url_of(file: &str) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}/{file}")
}
