//! The extension's frame.

use yew::prelude::*;
use yew_livechat_components::{Button, ButtonKind, EmptyState, Loader};

use crate::{model::Progress, msg::Msg};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ExtensionTabProps {
    pub(crate) frame: NodeRef,
    /// Counts the frame's lives; a new one is a new element.
    pub(crate) load: u32,
    /// What the frame loads; nothing if the extension's address is no URL.
    pub(crate) url: Option<AttrValue>,
    pub(crate) progress: Progress,
    pub(crate) dispatch: Callback<Msg>,
}

/// The frame, under a loader until the extension has rendered.
#[component]
pub(crate) fn ExtensionTab(props: &ExtensionTabProps) -> Html {
    let Some(url) = &props.url else {
        return html! { <EmptyState title="There is no extension to load">{ "Its address is no URL." }</EmptyState> };
    };
    let cover = match props.progress {
        Progress::Inited => Html::default(),
        Progress::Waiting => html! {
            <div class="sim-cover"><Loader label="Waiting for the extension…" /></div>
        },
        Progress::GaveUp => html! {
            <div class="sim-cover">
                <EmptyState title="No answer">
                    <p>
                        { "The extension did not answer the handshake within 3 s of its page's load. " }
                        { "Look into the browser's console, or load it again." }
                    </p>
                    <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Msg::ReloadRequested)}>
                        { "Reload" }
                    </Button>
                </EmptyState>
            </div>
        },
    };
    html! {
        <div class="sim-extension">
            <iframe
                key={props.load}
                ref={&props.frame}
                class="sim-frame"
                title="Extension"
                src={url}
                onload={props.dispatch.reform(|_| Msg::FrameLoaded)}
            />
            { cover }
        </div>
    }
}
