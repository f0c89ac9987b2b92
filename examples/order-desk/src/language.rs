//! The agent's language: the one chosen in the settings, or else the browser's.

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

/// What the framework itself says, before and outside of any component.
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

/// The stored choice; empty for the browser's language.
#[hook]
pub(crate) fn use_chosen_language() -> UseStoredHandle<String> {
    use_stored("order-desk-language", String::new)
}

/// Everything below it is in the agent's language, and renders again when that changes.
#[component]
pub(crate) fn Translated(props: &ChildrenProps) -> Html {
    let (chosen, locale) = (use_chosen_language(), use_locale());
    let language = LANGUAGES.into_iter().find(|language| **chosen == **language).unwrap_or(locale.pick(&LANGUAGES));
    use_page_language(language);
    rust_i18n::set_locale(language);
    let texts = if language == "de" { &GERMAN } else { &KitTexts::ENGLISH };
    html! { <TextsProvider key={language} {texts}><main>{ props.children.clone() }</main></TextsProvider> }
}
