//! The chat with LiveChat support.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::model::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SupportProps {
    pub(crate) dispatch: Callback<Msg>,
}

/// A small window in the corner. Nobody replies.
#[component]
pub(crate) fn Support(props: &SupportProps) -> Html {
    html! {
        <section class="sim-support" aria-label="Support chat">
            <div class="sim-support-head">
                <h2>{ "Support chat" }</h2>
                <button
                    type="button"
                    class="sim-quiet"
                    aria-label="Close support chat"
                    onclick={props.dispatch.reform(|_| Msg::SupportClosed)}
                >
                    { icon(Icon::Close) }
                </button>
            </div>
            <div class="sim-support-body">
                <p class="sim-bubble">{ "Hello! In the Agent App, LiveChat support answers here." }</p>
            </div>
        </section>
    }
}
