//! The way from view to view.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::{choices::View, msg::Msg};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RailProps {
    pub(crate) view: View,
    pub(crate) dispatch: Callback<Msg>,
}

/// The navigation rail.
#[component]
pub(crate) fn Rail(props: &RailProps) -> Html {
    let item = |view: View| {
        let picture = match view {
            View::Chats => Icon::Chats,
            View::Archives => Icon::Archives,
            View::Visitors => Icon::Visitors,
        };
        html! {
            <button
                key={view.name()}
                type="button"
                class="sim-rail-item"
                aria-current={(view == props.view).then_some("page")}
                onclick={props.dispatch.reform(move |_| Msg::ViewChosen(view))}
            >
                { icon(picture) }<span>{ view.title() }</span>
            </button>
        }
    };
    html! { <nav class="sim-rail" aria-label="Views">{ for View::ALL.map(item) }</nav> }
}
