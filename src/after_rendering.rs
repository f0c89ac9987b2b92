//! What can wait until a change is on screen.

use yew::platform::spawn_local;

/// Runs it when Yew has rendered what has changed by now, and still before the browser gets to do anything else.
///
/// The first of the two runs after Yew has rendered, the second after whoever observes the page has seen it.
pub(crate) fn after_rendering(run: impl FnOnce() + 'static) {
    spawn_local(async move { spawn_local(async move { run() }) });
}
