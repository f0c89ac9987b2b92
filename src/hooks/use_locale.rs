//! The languages that the person prefers, and the language of the page.

use gloo_events::EventListener;
use yew::prelude::*;

use super::locale::Locale;
use crate::platform;

/// The languages that the person has set in the browser.
///
/// The host does not say which language the Agent App is in. Natively, in tests, it is `en`.
///
/// Re-renders when the person changes the languages, which browsers report while a page is open. It needs no provider.
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

/// Declares the language of the page, as `<html lang="de">`: by it screen readers pronounce, and browsers hyphenate and choose
/// fonts. A page in one language other than English writes the attribute into its `index.html` instead.
///
/// Does nothing natively. It never re-renders.
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
            // It fails only for a name of an attribute that is none.
            let _ = page.set_attribute("lang", language);
        }
    });
}
