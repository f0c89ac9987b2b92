//! The page's shell: what the agent sees until the application takes its place.

use web_sys::Document;

/// Removes the shell, for a notice that is shown in its place. Yew does so by itself when it renders the application.
pub(crate) fn remove_shell(document: &Document) {
    if let Ok(Some(shell)) = document.query_selector("[data-livechat-shell]") {
        shell.remove();
    }
}
