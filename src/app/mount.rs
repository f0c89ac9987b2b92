//! Starts an extension.

use super::{extension::Extension, extensions::Extensions, page, panic_screen, slow_start::after_slow_start, terminal};
use crate::{bridge::EarlyPage, placement::Placement, platform};

impl<P: Placement> Extension<P> {
    /// Starts the extension in the page's body: connects, renders `App`, and then tells the host, so that its
    /// loader gives way to content and not to an empty page.
    ///
    /// Opened outside the Agent App, as a page of its own, it shows the simulator in a development build
    /// (with the feature `simulator`), and otherwise a sentence that says where it belongs. Started outside of a
    /// browser, by `cargo run`, it prints the Developer Console's initial state; `cargo run -- page-files` writes the
    /// framework's scripts and style sheet into the project's `static/`, in the version that the project uses.
    ///
    /// For several extensions in one build see [`Extensions`](crate::Extensions).
    pub fn mount<App>(self)
    where
        App: yew::BaseComponent,
        App::Properties: Default + Clone,
    {
        Extensions::new().at::<App>("", self).mount();
    }
}

impl Extensions {
    /// Starts the extension whose path the page has; see [`Extension::mount`].
    pub fn mount(self) {
        platform::run(self, mount_in_page, |extensions| terminal::run(&extensions));
    }
}

fn mount_in_page(extensions: Extensions) {
    panic_screen::install(console_error_panic_hook::hook);
    #[cfg(debug_assertions)]
    if let Some(window) = platform::window() {
        super::development::check_page(&window, extensions.sign_in());
    }
    if let Some(page) = platform::window().as_ref().and_then(EarlyPage::of) {
        page.mounts();
    }
    after_slow_start(move || page::mount(extensions));
}
