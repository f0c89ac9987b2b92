//! What can wait until a change is on screen.

use yew::platform::spawn_local;

/// Runs it when Yew has rendered what it has been told of by now, and still before the browser gets to do anything else.
///
/// Yew renders in a microtask that it asked for when it was told. So the first of the two runs after that, and the
/// second after whoever observes the page has seen it.
pub(crate) fn after_rendering(run: impl FnOnce() + 'static) {
    spawn_local(async move { spawn_local(async move { run() }) });
}
