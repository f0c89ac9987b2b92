//! The sentences that the framework itself puts on the page.

use std::cell::Cell;

/// The sentences that the framework itself puts on the page, for an extension in another language.
///
/// Those of a page that cannot start are in the page: see [Deploying] in the guide.
///
/// [Deploying]: https://github.com/yew-livechat/yew-livechat/blob/main/docs/deploying.md#another-language
///
/// ```
/// use yew_livechat::prelude::*;
///
/// let extension = Extension::details().texts(Texts {
///     not_connected: Some("Keine Verbindung zur Agent App."),
///     panicked: "In dieser Erweiterung ist ein Fehler aufgetreten.",
///     load_again: "Neu laden",
/// });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts {
    /// There is no connection to the host. `None` is an English sentence that says why.
    pub not_connected: Option<&'static str>,
    /// The extension has panicked.
    pub panicked: &'static str,
    /// The link that loads the page again after a panic.
    pub load_again: &'static str,
}

/// English.
impl Default for Texts {
    fn default() -> Self {
        Self { not_connected: None, panicked: "Something went wrong in this extension.", load_again: "Load it again" }
    }
}

thread_local! {
    static OF_PAGE: Cell<Option<Texts>> = const { Cell::new(None) };
}

impl Texts {
    /// The texts of the page's extension.
    #[cfg(feature = "csr")]
    pub(crate) fn of_page() -> Self {
        OF_PAGE.get().unwrap_or_default()
    }

    /// From now on these are the page's.
    pub(crate) fn use_for_page(self) {
        OF_PAGE.set(Some(self));
    }
}
