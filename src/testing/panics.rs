//! Panics on screen.

/// Shows panics on screen, like [`Extension::mount`](crate::Extension::mount), in addition to the current panic hook.
/// Changes nothing after a panic: in WebAssembly, a thread that has panicked may not change the hook.
pub fn show_panics() {
    if std::thread::panicking() {
        return;
    }
    let present = std::panic::take_hook();
    crate::app::panic_screen::install(move |info| present(info));
}
