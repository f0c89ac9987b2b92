//! Panics, as they show on screen.

/// Shows panics on screen as [`Extension::mount`](crate::Extension::mount) does, besides what the present panic hook does.
pub fn show_panics() {
    let present = std::panic::take_hook();
    crate::app::panic_screen::install(move |info| present(info));
}
