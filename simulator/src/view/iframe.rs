//! An extension's iframe.

use livechat_protocol::PlacementKind;
use yew::prelude::*;
use yew_livechat_components::{Button, ButtonKind, EmptyState, Loader};

use crate::model::{Msg, Progress};

/// The data for an extension's iframe.
#[derive(Clone, PartialEq)]
pub(crate) struct IframeSlot {
    pub(crate) placement: PlacementKind,
    pub(crate) node: NodeRef,
    /// Counts the loads; each has its own element.
    pub(crate) load: u32,
    pub(crate) address: IframeAddress,
    /// The extension's progress, shown instead of its page.
    pub(crate) cover: Option<Progress>,
}

/// What the iframe loads.
#[derive(Clone, PartialEq)]
pub(crate) enum IframeAddress {
    /// Nothing yet: the origin is undecided.
    Undecided,
    Url(AttrValue),
    /// Nothing: the extension's address is not a URL.
    Invalid,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ExtensionIframeProps {
    pub(crate) slot: IframeSlot,
    pub(crate) dispatch: Callback<Msg>,
}

/// The iframe, below a loader until the extension has rendered. A hidden iframe stays in the page: the extension keeps
/// running, though browsers pause its animation frames.
#[component]
pub(crate) fn ExtensionIframe(props: &ExtensionIframeProps) -> Html {
    let IframeSlot { placement, node, load, address, cover } = &props.slot;
    let placement = *placement;
    if *address == IframeAddress::Invalid {
        return html! { <EmptyState title="There is no extension to load">{ "Its address is not a URL." }</EmptyState> };
    }
    let title = match placement {
        PlacementKind::Details => "Extension",
        PlacementKind::MessageBox => "Message box extension",
        PlacementKind::Fullscreen => "Fullscreen extension",
        PlacementKind::Settings => "Settings extension",
    };
    let cover = match cover {
        None | Some(Progress::Inited) => Html::default(),
        Some(Progress::Waiting) => html! {
            <div class="sim-cover"><Loader label="Waiting for the extension…" /></div>
        },
        Some(Progress::GaveUp) => html! {
            <div class="sim-cover">
                <EmptyState title="No answer">
                    <p>
                        { "The extension did not answer the handshake within 3 s after its page loaded. " }
                        { "Check the browser's console, or reload it." }
                    </p>
                    <Button
                        kind={ButtonKind::Primary}
                        onclick={props.dispatch.reform(move |_| Msg::FrameReloadRequested(placement))}
                    >
                        { "Reload" }
                    </Button>
                </EmptyState>
            </div>
        },
    };
    html! {
        <div class="sim-extension">
            if let IframeAddress::Url(url) = address {
                <iframe
                    key={*load}
                    ref={node}
                    class="sim-frame"
                    {title}
                    src={url}
                    onload={props.dispatch.reform(move |_| Msg::FrameLoaded(placement))}
                />
            }
            { cover }
        </div>
    }
}
