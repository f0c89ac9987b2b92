//! The texts that the framework and its components show on the page.

use std::{cell::Cell, ptr};

use yew_livechat_components::KitTexts;

/// The texts that the framework and its components show on the page, for an extension in another language.
///
/// The texts of a page that cannot start are in the page itself: see [Deploying] in the guide. A [`TextsProvider`]
/// changes the components' texts while the extension runs.
///
/// [Deploying]: https://github.com/yew-livechat/yew-livechat/blob/main/docs/deploying.md#another-language
/// [`TextsProvider`]: yew_livechat_components::TextsProvider
///
/// ```
/// use yew_livechat::prelude::*;
///
/// static GERMAN: KitTexts = KitTexts { locale: "de", close: "Schließen", cancel: "Abbrechen", ..KitTexts::ENGLISH };
///
/// let extension = Extension::details().texts(Texts {
///     not_connected: Some("Keine Verbindung zur Agent App."),
///     panicked: "In dieser Erweiterung ist ein Fehler aufgetreten.",
///     load_again: "Neu laden",
///     kit: Some(&GERMAN),
/// });
/// ```
#[derive(Clone, Copy, Debug, Eq)]
pub struct Texts {
    /// There is no connection to the host. `None` is an English sentence with the reason.
    pub not_connected: Option<&'static str>,
    /// The extension has panicked.
    pub panicked: &'static str,
    /// The text of the link that reloads the page after a panic.
    pub load_again: &'static str,
    /// The texts of the components; `None` is English.
    pub kit: Option<&'static KitTexts>,
}

/// Compares the components' texts by address: comparing all of them would add code to every extension.
impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        let kit = |texts: &Self| texts.kit.map(ptr::from_ref);
        (self.not_connected, self.panicked, self.load_again, kit(self))
            == (other.not_connected, other.panicked, other.load_again, kit(other))
    }
}

/// English.
impl Default for Texts {
    fn default() -> Self {
        Self {
            not_connected: None,
            panicked: "Something went wrong in this extension.",
            load_again: "Reload",
            kit: None,
        }
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

    /// Makes these the texts of the page.
    pub(crate) fn use_for_page(self) {
        OF_PAGE.set(Some(self));
        KitTexts::use_for_page(self.kit);
    }
}
