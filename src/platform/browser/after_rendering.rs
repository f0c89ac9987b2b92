//! Work that can wait until a change is on screen.

use wasm_bindgen::{JsCast, closure::Closure};

use super::window::window;

/// Runs a function once Yew has rendered all pending changes, but before the browser does anything else.
///
/// Yew renders in a microtask that it requested when the change was made. The first of these two microtasks runs
/// after that one, and the second after any observer of the page has seen the change.
pub(crate) fn after_rendering(run: impl FnOnce() + 'static) {
    in_a_microtask(Box::new(|| in_a_microtask(Box::new(run))));
}

/// Not with `spawn_local`, whose tasks add a kilobyte for each type of future.
fn in_a_microtask(run: Box<dyn FnOnce()>) {
    if let Some(window) = window() {
        window.queue_microtask(Closure::once_into_js(run).unchecked_ref());
    }
}
