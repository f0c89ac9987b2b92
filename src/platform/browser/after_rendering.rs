//! What can wait until a change is on screen.

use wasm_bindgen::{JsCast, closure::Closure};

use super::window::window;

/// Runs it when Yew has rendered what it has been told of by now, and still before the browser gets to do anything else.
///
/// Yew renders in a microtask that it asked for when it was told. So the first of the two runs after that, and the
/// second after whoever observes the page has seen it.
pub(crate) fn after_rendering(run: impl FnOnce() + 'static) {
    in_a_microtask(Box::new(|| in_a_microtask(Box::new(run))));
}

/// Not by `spawn_local`, whose tasks weigh a kilobyte for each kind of future.
fn in_a_microtask(run: Box<dyn FnOnce()>) {
    if let Some(window) = window() {
        window.queue_microtask(Closure::once_into_js(run).unchecked_ref());
    }
}
