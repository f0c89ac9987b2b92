//! Panics, as they show on screen.

/// Shows panics on screen as [`Extension::mount`](crate::Extension::mount) does, besides what the present panic hook does.
/// Changes nothing after a panic: in WebAssembly a thread that has panicked may not change the hook any more.
pub fn show_panics() {
    if std::thread::panicking() {
        return;
    }
    let present = std::panic::take_hook();
    crate::app::panic_screen::install(move |info| present(info));
}
