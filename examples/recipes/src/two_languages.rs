//! An extension in the agent's language.

use rust_i18n::t;
use yew::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: root
/// The languages with texts: `locales/en.yml` and `locales/de.yml`. The first is the fallback.
const LANGUAGES: [&str; 2] = ["en", "de"];

/// The texts of the kit's own components.
static GERMAN: KitTexts = KitTexts { locale: "de", loading: "Wird geladen …", ..KitTexts::ENGLISH };

/// Wraps the whole extension: its children use the agent's language, and re-render when it changes.
#[component]
pub fn Translated(props: &yew::html::ChildrenProps) -> Html {
    let language = use_locale().pick(&LANGUAGES);
    use_page_language(language);
    rust_i18n::set_locale(language);
    let texts = if language == "de" { &GERMAN } else { &KitTexts::ENGLISH };
    html! { <TextsProvider key={language} {texts}>{ props.children.clone() }</TextsProvider> }
}
// ANCHOR_END: root

// ANCHOR: component
/// Greets the customer in the agent's language.
#[component]
pub fn Welcome() -> Html {
    html! { <Translated><Greeting /></Translated> }
}

#[component]
fn Greeting() -> Html {
    let details = use_details();
    let Some(customer) = use_customer_profile().shown() else {
        return html! { <EmptyState title={t!("nobody").into_owned()} level={1} /> };
    };
    let hello = t!("hello", name = customer.display_name(&t!("you"))).into_owned();
    let onclick = {
        let hello = hello.clone();
        move |_| drop(details.put_message(&hello))
    };
    html! { <><p>{ hello }</p><Button {onclick}>{ t!("insert").into_owned() }</Button></> }
}
// ANCHOR_END: component
