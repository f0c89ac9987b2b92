//! All recipes in one app, so that a website needs to serve only one build.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{
    article_search::ArticleSearch,
    authorization::SignedIn,
    canned_replies::CannedReplies,
    chart::Bars,
    customer_lookup::CustomerLookup,
    embedded_page::EmbeddedPage,
    live_status::LiveStatus,
    long_list::LongList,
    order_pages::OrderPages,
    orders_section::{OrdersSection, orders_section},
    past_chats::PastChats,
    preferences::PreferencesPage,
    product_cards::ProductCards,
    send_at_once::SendAtOnce,
    sign_in::Tags,
    theme::Logo,
    thread_tags::ThreadTags,
    two_languages::Welcome,
    verified_agent::VerifiedAgent,
};

/// Defines the recipes: the name of the page in docs/recipes, the path, the component and the extension.
macro_rules! recipes {
    ($($name:literal at $path:literal: $app:ident, $extension:expr;)+) => {
        /// The recipes by the names of their pages, each with its path in the app.
        pub const RECIPES: &[(&str, &str)] = &[$(($name, $path)),+];

        /// The extension at this path; without one, the list of all recipes.
        ///
        /// # Errors
        /// If a recipe's section is invalid.
        pub fn extensions(path: &str) -> Result<Extensions, StartError> {
            let extensions = Extensions::new();
            Ok(match path {
                $($path => extensions.at::<$app>($path, $extension),)+
                _ => extensions.at::<All>("", Extension::fullscreen()),
            })
        }
    };
}

recipes! {
    "customer-lookup" at "customer-lookup": CustomerLookup, details();
    "canned-replies" at "canned-replies": CannedReplies, details();
    "details-section" at "details-section": OrdersSection,
        details().sections([orders_section(None, Callback::noop())])?;
    "message-box-cards" at "message-box-cards": ProductCards, Extension::message_box();
    "settings-page" at "settings-page": PreferencesPage, Extension::settings();
    // The router's addresses begin with this path.
    "pages-with-a-router" at "desk": OrderPages, Extension::fullscreen();
    "two-languages" at "two-languages": Welcome, details();
    "search-as-you-type" at "search-as-you-type": ArticleSearch, details();
    "live-values" at "live-values": LiveStatus, details();
    "long-lists" at "long-lists": LongList, details();
    "charts" at "charts": Sales, details();
    "embedded-pages" at "embedded-pages": EmbeddedPage, details();
    "theme" at "theme": Logo, details();
    "authorization" at "authorization": SignedIn, Extension::details();
    "sign-in" at "sign-in": Tags, signs_in();
    "livechat-api" at "livechat-api": PastChats, signs_in();
    "send-at-once" at "send-at-once": SendAtOnce, signs_in();
    "tag-the-thread" at "tag-the-thread": ThreadTags, signs_in();
    "verify-token" at "verify-token": VerifiedAgent, signs_in();
}

/// An extension beside the chat that needs no backend for the host's authorization.
fn details() -> Extension<yew_livechat::placement::Details> {
    Extension::details().authorize(false)
}

/// An extension beside the chat whose agents sign in with LiveChat.
fn signs_in() -> Extension<yew_livechat::placement::Details> {
    Extension::details().sign_in(SignIn::new("yew-livechat-recipes"))
}

/// The path of the recipe in the page's address; empty if there is none.
#[must_use]
pub fn recipe_of_page() -> String {
    if !cfg!(target_family = "wasm") {
        return String::new();
    }
    let pathname = gloo_utils::window().location().pathname().unwrap_or_default();
    let known = |part: &&str| RECIPES.iter().any(|(_, path)| path == part);
    pathname.split('/').find(known).unwrap_or_default().to_owned()
}

/// A chart, with numbers.
#[component]
fn Sales() -> Html {
    html! { <Bars label="Orders by month" bars={vec![("May", 14), ("June", 23), ("July", 9)]} /> }
}

/// Links to all recipes.
#[component]
fn All() -> Html {
    html! {
        <main class="recipes">
            <h1>{ "Recipes" }</h1>
            <ul>
                for (name, path) in RECIPES {
                    <li key={*name}><a href={format!("{path}/")} target="_top">{ *name }</a></li>
                }
            </ul>
        </main>
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    #[test]
    fn every_page_of_a_recipe_shows_it_live() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/recipes");
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let page = path.file_stem().unwrap().to_str().unwrap();
            // The list of recipes, and the recipe about tests.
            if ["index", "testing"].contains(&page) {
                continue;
            }
            let (_, at) =
                RECIPES.iter().find(|(name, _)| *name == page).unwrap_or_else(|| panic!("{page} is not live"));
            let mark = format!("data-recipe=\"{at}\"");
            assert!(fs::read_to_string(&path).unwrap().contains(&mark), "{page} has no picture with {mark}");
        }
    }

    #[test]
    fn every_path_has_its_extension() {
        for (name, path) in RECIPES {
            assert!(extensions(path).is_ok(), "{name}");
        }
    }
}
