//! The page.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::{
    content::Content,
    controls::{Controls, named},
    feedback::Feedback,
    fields::Fields,
    inline::Inline,
};

/// All components, or the one in the address with its controls; and controls for the theme and the width of the details
/// panel.
#[component]
pub(super) fn Gallery() -> Html {
    let dark = use_state(|| prefers_dark() && named().is_some());
    let narrow = use_state(|| false);
    let theme = if *dark { Theme::Dark } else { Theme::Light };
    html! {
        <Surface {theme} class="gallery">
            <style>{ include_str!("gallery.css") }</style>
            <main>
                <header class="gallery-head">
                    <h1>{ "Components" }</h1>
                    <ToggleSwitch label="Dark" bind={&dark} />
                    <ToggleSwitch label="280 px" bind={&narrow} />
                </header>
                if let Some(name) = named() {
                    <div class={classes!(narrow.then_some("gallery-narrow-stage"))}><Controls {name} /></div>
                } else {
                    <div class={classes!("gallery-frame", narrow.then_some("gallery-narrow"))}>
                        <Content />
                        <Inline />
                        <Fields />
                        <Feedback />
                    </div>
                }
            </main>
        </Surface>
    }
}

/// Whether the person prefers dark pages. Only for the controls: the pictures of all components are made in both themes.
fn prefers_dark() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
    query.is_some_and(|query| query.matches())
}
