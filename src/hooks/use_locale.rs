//! The languages that the person prefers, and the language of the page.

use gloo_events::EventListener;
use yew::prelude::*;

use super::locale::Locale;
use crate::platform;

/// Returns the languages that the person has set in the browser.
///
/// The host does not report the Agent App's language. In native tests this is `en`.
///
/// Re-renders when the person changes the languages, which browsers report while a page is open. Needs no provider.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Greeting() -> Html {
///     let language = use_locale().pick(&["en", "de"]);
///     use_page_language(language);
///     let greeting = match language {
///         "de" => "Guten Tag",
///         _ => "Hello",
///     };
///     html! { <p>{ greeting }</p> }
/// }
/// ```
#[hook]
pub fn use_locale() -> Locale {
    let locale = use_state_eq(Locale::of_browser);
    use_effect_with((), {
        let set = locale.setter();
        move |()| {
            // A change between rendering and listening fired no event here.
            set.set(Locale::of_browser());
            let listener = platform::window()
                .map(|window| EventListener::new(&window, "languagechange", move |_| set.set(Locale::of_browser())));
            move || drop(listener)
        }
    });
    (*locale).clone()
}

/// Declares the language of the page, as `<html lang="de">`. Screen readers use it for pronunciation, browsers for
/// hyphenation and fonts. If the page has a single language other than English, write the attribute into `index.html`
/// instead.
///
/// Does nothing natively. Never re-renders.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn App() -> Html {
///     let locale = use_locale();
///     use_page_language(locale.pick(&["en", "pl"]));
///     html! { "…" }
/// }
/// ```
#[hook]
pub fn use_page_language(language: &str) {
    use_effect_with(AttrValue::from(language.to_owned()), |language| {
        let page = platform::window().and_then(|window| window.document()?.document_element());
        if let Some(page) = page {
            // It fails only for an invalid attribute name.
            let _ = page.set_attribute("lang", language);
        }
    });
}
