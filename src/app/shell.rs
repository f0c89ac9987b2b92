//! The page's shell: what the agent sees until the application replaces it.

use web_sys::Document;

/// Removes the shell, for a notice that replaces it. Yew removes it when it renders the application.
pub(crate) fn remove_shell(document: &Document) {
    if let Ok(Some(shell)) = document.query_selector("[data-livechat-shell]") {
        shell.remove();
    }
}
