//! The texts that the components bring themselves.

use std::cell::Cell;

use yew::prelude::*;

use crate::texts_provider::Provided;

/// The texts that the components bring themselves, for an extension in another language. A property that sets a text wins.
///
/// The default is English. Fill in all of the fields, and the compiler names a text that a later version adds; with
/// `..KitTexts::ENGLISH` at the end it stays English.
///
/// A [`TextsProvider`](crate::TextsProvider) gives them to the components below it. The framework gives them to a whole page:
/// `Extension::details().texts(…)`.
///
/// ```rust
/// use yew_livechat_components::KitTexts;
///
/// static GERMAN: KitTexts = KitTexts {
///     locale: "de",
///     loading: "Wird geladen …",
///     close: "Schließen",
///     confirm: "Bestätigen",
///     cancel: "Abbrechen",
///     copy: "Kopieren",
///     copied: "Kopiert",
///     not_copied: "Nicht kopiert. Drücken Sie Strg+C oder ⌘C.",
///     unknown_customer: "Unbekannter Kunde",
///     chats: "Chats",
///     archives: "Archiv",
///     visitors: "Besucher",
///     customers: "Kunden",
/// };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KitTexts {
    /// The language, such as `en` or `pt-BR`: [`RelativeTime`](crate::RelativeTime) has the browser's words for it.
    pub locale: &'static str,
    /// `Loading…`, of [`Loader`](crate::Loader) and [`Skeleton`](crate::Skeleton).
    pub loading: &'static str,
    /// `Close`, of [`Modal`](crate::Modal) and [`Snackbar`](crate::Snackbar).
    pub close: &'static str,
    /// `Confirm`, of [`ConfirmDialog`](crate::ConfirmDialog).
    pub confirm: &'static str,
    /// `Cancel`, of [`ConfirmDialog`](crate::ConfirmDialog).
    pub cancel: &'static str,
    /// `Copy`, of [`CopyButton`](crate::CopyButton).
    pub copy: &'static str,
    /// `Copied`, of [`CopyButton`](crate::CopyButton).
    pub copied: &'static str,
    /// `Couldn't copy. Press Ctrl+C or ⌘C.`, of [`CopyButton`](crate::CopyButton).
    pub not_copied: &'static str,
    /// `Unknown customer`, of [`CustomerCard`](crate::CustomerCard).
    pub unknown_customer: &'static str,
    /// `Chats`, a customer's source on the [`CustomerCard`](crate::CustomerCard).
    pub chats: &'static str,
    /// `Archives`, another source.
    pub archives: &'static str,
    /// `Visitors`, another source.
    pub visitors: &'static str,
    /// `Customers`, another source.
    pub customers: &'static str,
}

impl KitTexts {
    /// English.
    pub const ENGLISH: Self = Self {
        locale: "en",
        loading: "Loading…",
        close: "Close",
        confirm: "Confirm",
        cancel: "Cancel",
        copy: "Copy",
        copied: "Copied",
        not_copied: "Couldn't copy. Press Ctrl+C or ⌘C.",
        unknown_customer: "Unknown customer",
        chats: "Chats",
        archives: "Archives",
        visitors: "Visitors",
        customers: "Customers",
    };

    /// From now on, components without a [`TextsProvider`](crate::TextsProvider) above them have these texts; `None` is English. Components that
    /// have rendered keep theirs until they render again.
    pub fn use_for_page(texts: Option<&'static Self>) {
        OF_PAGE.set(texts);
    }
}

impl Default for KitTexts {
    fn default() -> Self {
        Self::ENGLISH
    }
}

thread_local! {
    static OF_PAGE: Cell<Option<&'static KitTexts>> = const { Cell::new(None) };
}

/// The texts of the [`TextsProvider`](crate::TextsProvider) above, without one those of the page, and otherwise English. For components of your own
/// that use the same words. Re-renders when the provider has other texts.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Button, use_kit_texts};
///
/// #[component]
/// fn CancelButton() -> Html {
///     let texts = use_kit_texts();
///     html! { <Button>{ texts.cancel }</Button> }
/// }
/// ```
#[hook]
pub fn use_kit_texts() -> &'static KitTexts {
    use_context::<Provided>().map(|Provided(texts)| texts).or_else(|| OF_PAGE.get()).unwrap_or(&KitTexts::ENGLISH)
}

/// The text that a property sets, or else the kit's own.
pub(crate) fn text_or(set: Option<&AttrValue>, own: &'static str) -> AttrValue {
    set.cloned().unwrap_or(AttrValue::Static(own))
}
