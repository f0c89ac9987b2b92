//! Above the message input: canned replies that can be found and inserted with the keyboard.

use rust_i18n::t;
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{language::Translated, settings::use_signature};

/// The replies, by the keys of their texts.
pub const REPLIES: [&str; 3] = ["hello", "returns", "goodbye"];

/// Returns the replies that contain these words, in the agent's language: key, title and text.
pub fn found(words: &str) -> Vec<(&'static str, String, String)> {
    let words = words.trim().to_lowercase();
    let reply = |name: &'static str| (name, t!(format!("{name}_title")).into_owned(), t!(name).into_owned());
    let has = |text: &str| text.to_lowercase().contains(&words);
    REPLIES.into_iter().map(reply).filter(|(_, title, text)| has(title) || has(text)).collect()
}

/// The message box.
#[component]
pub fn Replies() -> Html {
    html! { <Translated><Search /></Translated> }
}

#[component]
fn Search() -> Html {
    let message_box = use_message_box();
    let signature = use_signature();
    let words = use_state(String::new);
    let insert = {
        let words = words.clone();
        move |name: AttrValue| {
            message_box.put_message([&*t!(&*name), &**signature].join("\n").trim_end());
            words.set(String::new());
        }
    };
    let option = |(value, title, description)| html_nested! { <ListboxOption {value} {title} {description} /> };
    html! {
        <Stack>
            <h1>{ t!("search_replies").into_owned() }</h1>
            <SearchList
                label={t!("search_replies").into_owned()}
                label_hidden={true}
                bind={&words}
                onchoose={insert}
                empty={t!("no_replies").into_owned()}
            >
                { for found(&words).into_iter().map(option) }
            </SearchList>
        </Stack>
    }
}
