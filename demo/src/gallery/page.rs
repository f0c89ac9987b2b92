//! The page.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::{content::Content, feedback::Feedback, fields::Fields, inline::Inline};

/// All components, with controls for the theme and the width of the details panel.
#[component]
pub(super) fn Gallery() -> Html {
    let dark = use_state(|| false);
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
                <div class={classes!("gallery-frame", narrow.then_some("gallery-narrow"))}>
                    <Content />
                    <Inline />
                    <Fields />
                    <Feedback />
                </div>
            </main>
        </Surface>
    }
}
