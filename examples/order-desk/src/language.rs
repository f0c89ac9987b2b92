//! The agent's language: the choice in the settings, or the browser's language.

use yew::{html::ChildrenProps, prelude::*};
use yew_livechat::prelude::*;

const LANGUAGES: [&str; 2] = ["en", "de"];

static GERMAN: KitTexts = KitTexts {
    locale: "de",
    loading: "Wird geladen …",
    close: "Schließen",
    confirm: "Bestätigen",
    cancel: "Abbrechen",
    copy: "Kopieren",
    copied: "Kopiert",
    not_copied: "Nicht kopiert. Drücken Sie Strg+C oder ⌘C.",
    unknown_customer: "Unbekannter Kunde",
    chats: "Chats",
    archives: "Archiv",
    visitors: "Besucher",
    customers: "Kunden",
};

/// The framework's own texts, which appear outside components.
pub fn texts() -> Texts {
    match Locale::of_browser().pick(&LANGUAGES) {
        "de" => Texts {
            not_connected: Some("Keine Verbindung zu LiveChat."),
            panicked: "In dieser Erweiterung ist ein Fehler aufgetreten.",
            load_again: "Neu laden",
            kit: Some(&GERMAN),
        },
        _ => Texts::default(),
    }
}

/// The stored choice; empty means the browser's language.
#[hook]
pub(crate) fn use_chosen_language() -> UseStoredHandle<String> {
    use_stored("order-desk-language", String::new)
}

/// Provides the agent's language to its children, which re-render when it changes.
#[component]
pub(crate) fn Translated(props: &ChildrenProps) -> Html {
    let (chosen, locale) = (use_chosen_language(), use_locale());
    let language = LANGUAGES.into_iter().find(|language| **chosen == **language).unwrap_or(locale.pick(&LANGUAGES));
    use_page_language(language);
    rust_i18n::set_locale(language);
    let texts = if language == "de" { &GERMAN } else { &KitTexts::ENGLISH };
    html! { <TextsProvider key={language} {texts}><main>{ props.children.clone() }</main></TextsProvider> }
}
