//! The window of the page.

use web_sys::Window;

/// The window of the page.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// Runs what is for a page.
#[cfg(feature = "csr")]
pub(crate) fn run<T>(with: T, in_page: impl FnOnce(T), _: impl FnOnce(T)) {
    in_page(with);
}
