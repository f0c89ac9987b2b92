//! Navigation between views.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::{choices::View, model::Msg};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RailProps {
    pub(crate) view: View,
    /// Whether there is a fullscreen extension.
    pub(crate) fullscreen: bool,
    /// Whether there is a settings extension.
    pub(crate) settings: bool,
    /// The badge of the fullscreen extension.
    pub(crate) badge: Option<u32>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The navigation rail.
#[component]
pub(crate) fn Rail(props: &RailProps) -> Html {
    let item = |view: View| {
        let (picture, is_there) = match view {
            View::Chats => (Icon::Chats, true),
            View::Archives => (Icon::Archives, true),
            View::Visitors => (Icon::Visitors, true),
            View::Tickets => (Icon::Tickets, true),
            View::Reports => (Icon::Reports, true),
            View::Fullscreen => (Icon::Apps, props.fullscreen),
            View::Settings => (Icon::Settings, props.settings),
        };
        if !is_there {
            return Html::default();
        }
        let badge = props.badge.filter(|_| view == View::Fullscreen);
        html! {
            <div key={view.name()} class="sim-rail-place">
                <button
                    type="button"
                    class="sim-rail-item"
                    aria-describedby={badge.is_some().then_some("sim-badge")}
                    aria-current={(view == props.view).then_some("page")}
                    onclick={props.dispatch.reform(move |_| Msg::ViewChosen(view))}
                >
                    { icon(picture) }<span class="sim-rail-name">{ view.title() }</span>
                </button>
                // Describes the button without being part of its name.
                if let Some(count) = badge {
                    <span class="sim-badge" id="sim-badge">
                        if count > 99 { { "99+" } } else { { count } }
                        <span class="lc-visually-hidden">{ " notifications" }</span>
                    </span>
                }
            </div>
        }
    };
    html! { <nav class="sim-rail" aria-label="Views">{ for View::ALL.map(item) }</nav> }
}
