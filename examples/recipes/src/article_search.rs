//! A search that queries the server when the agent stops typing.

use gloo_net::http::Request;
use yew::prelude::*;
use yew_hooks::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: component
/// How long the agent has to pause, in milliseconds.
const PAUSE: u32 = 250;

async fn search(words: String) -> Result<Vec<String>, gloo_net::Error> {
    if words.trim().is_empty() {
        return Ok(Vec::new());
    }
    Request::get("/api/articles").query([("words", words.trim())]).send().await?.json().await
}

/// Finds help articles, and inserts an article's title into the message input.
#[component]
pub fn ArticleSearch() -> Html {
    let details = use_details();
    let typed = use_state(String::new);
    // The query follows the typed text after a pause.
    let words = use_debounce_state(String::new, PAUSE);
    let found = use_resource((*words).clone(), search);

    let oninput = move |text| words.set(text);
    let onchoose = move |title: AttrValue| drop(details.put_message(title));
    let (articles, empty) = match &*found {
        Resource::Ready { value, .. } => (value.to_vec(), "Nothing found."),
        Resource::Failed(_) => (Vec::new(), "Couldn't reach the server."),
        Resource::Idle | Resource::Loading => (Vec::new(), "Searching…"),
    };
    let option = |title: String| html_nested! { <ListboxOption value={title.clone()} {title} /> };
    html! {
        <SearchList label="Search articles" bind={&typed} {oninput} {onchoose} {empty}>
            { for articles.into_iter().map(option) }
        </SearchList>
    }
}
// ANCHOR_END: component
