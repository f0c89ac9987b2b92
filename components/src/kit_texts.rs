//! The texts that the components provide.

use std::cell::Cell;

use yew::prelude::*;

use crate::texts_provider::Provided;

/// The texts that the components provide, for an extension in another language. A text set by a property takes
/// precedence.
///
/// The default is English. If you fill in all fields, the compiler reports texts that a later version adds; with
/// `..KitTexts::ENGLISH`, those stay English.
///
/// A [`TextsProvider`](crate::TextsProvider) sets the texts of the components below it. The framework sets those of a
/// whole page: `Extension::details().texts(…)`.
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
    /// The language, such as `en` or `pt-BR`, in which [`RelativeTime`](crate::RelativeTime) formats times.
    pub locale: &'static str,
    /// `Loading…`, in [`Loader`](crate::Loader) and [`Skeleton`](crate::Skeleton).
    pub loading: &'static str,
    /// `Close`, in [`Modal`](crate::Modal) and [`Snackbar`](crate::Snackbar).
    pub close: &'static str,
    /// `Confirm`, in [`ConfirmDialog`](crate::ConfirmDialog).
    pub confirm: &'static str,
    /// `Cancel`, in [`ConfirmDialog`](crate::ConfirmDialog).
    pub cancel: &'static str,
    /// `Copy`, in [`CopyButton`](crate::CopyButton).
    pub copy: &'static str,
    /// `Copied`, in [`CopyButton`](crate::CopyButton).
    pub copied: &'static str,
    /// `Couldn't copy. Press Ctrl+C or ⌘C.`, in [`CopyButton`](crate::CopyButton).
    pub not_copied: &'static str,
    /// `Unknown customer`, in [`CustomerCard`](crate::CustomerCard).
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

    /// Sets the texts of components without a [`TextsProvider`](crate::TextsProvider) above them; `None` is English.
    /// Components that have rendered change when they render again.
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

/// Returns the texts of the nearest [`TextsProvider`](crate::TextsProvider), or else those of the page, or else
/// English. For custom components that use the same texts. Re-renders when the provider's texts change.
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

/// The text of the property, or else the kit's text.
pub(crate) fn text_or(set: Option<&AttrValue>, own: &'static str) -> AttrValue {
    set.cloned().unwrap_or(AttrValue::Static(own))
}
