//! A full-page extension: fullscreen or settings.

use yew::prelude::*;

use super::{
    iframe::{ExtensionIframe, IframeSlot},
    page_address::PageAddress,
};
use crate::{choices::View, model::Msg};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ExtensionPageProps {
    pub(crate) view: View,
    /// Whether it is visible.
    pub(crate) shown: bool,
    pub(crate) slot: IframeSlot,
    /// The Agent App's own query string.
    pub(crate) query: AttrValue,
    pub(crate) dispatch: Callback<Msg>,
}

/// The page below its heading.
#[component]
pub(crate) fn ExtensionPage(props: &ExtensionPageProps) -> Html {
    let title = props.view.title();
    html! {
        <main class="sim-page" aria-label={title} hidden={!props.shown}>
            <div class="sim-head sim-page-head">
                <h2>{ title }</h2>
                <PageAddress query={&props.query} dispatch={&props.dispatch} />
            </div>
            <ExtensionIframe slot={props.slot.clone()} dispatch={&props.dispatch} />
        </main>
    }
}
