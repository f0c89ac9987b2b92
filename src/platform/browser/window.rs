//! The window of the page.

use js_sys::Array;
use web_sys::Window;

/// The languages that the person has set in the browser, the preferred one first.
pub(crate) fn languages() -> Vec<String> {
    let languages = window().map(|window| window.navigator().languages());
    languages.iter().flat_map(Array::iter).filter_map(|tag| tag.as_string()).collect()
}

/// The window of the page.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// Runs the function for a page.
#[cfg(feature = "csr")]
pub(crate) fn run<T>(with: T, in_page: impl FnOnce(T), _: impl FnOnce(T)) {
    in_page(with);
}
