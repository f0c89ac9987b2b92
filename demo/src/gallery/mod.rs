//! Every component in every state, at `/gallery` of a development build: for people and tests.

mod content;
mod controls;
mod entry;
mod feedback;
mod fields;
mod inline;
mod page;
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;

/// Whether this is the gallery's page.
pub(crate) fn is_here() -> bool {
    // Outside a browser, for example in `cargo run`, there is no page.
    cfg!(target_family = "wasm")
        && web_sys::window().and_then(|window| window.location().pathname().ok()).is_some_and(|pathname| {
            // Below any path: the site has it in a folder.
            pathname.trim_end_matches("index.html").trim_end_matches('/').ends_with("/gallery")
        })
}

/// Mounts it.
pub(crate) fn mount() {
    yew::Renderer::<page::Gallery>::new().render();
}
