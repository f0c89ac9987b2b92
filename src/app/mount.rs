//! Starts an extension.

use super::{extension::Extension, extensions::Extensions, page, panic_screen, slow_start::after_slow_start, terminal};
use crate::{bridge::EarlyPage, placement::Placement, platform};

impl<P: Placement> Extension<P> {
    /// Starts the extension in the page's body: connects, renders `App`, then tells the host to remove its loader, so
    /// that the agent never sees an empty page.
    ///
    /// Outside the Agent App, opened as a page of its own, a development build shows the simulator (with the feature
    /// `simulator`); any other build shows a notice that asks to open it in the Agent App. Outside a browser, `cargo
    /// run` prints the Developer Console's initial state, and `cargo run -- page-files` writes the framework's
    /// scripts and style sheet into the project's `static/`, in the matching version.
    ///
    /// For several extensions in one build, see [`Extensions`](crate::Extensions).
    pub fn mount<App>(self)
    where
        App: yew::BaseComponent,
        App::Properties: Default + Clone,
    {
        Extensions::new().at::<App>("", self).mount();
    }
}

impl Extensions {
    /// Starts the extension at the page's path; see [`Extension::mount`].
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
