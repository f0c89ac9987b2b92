//! The redirect of the settings extension.

use livechat_protocol::SafeUrl;
use yew::prelude::*;
use yew_livechat_components::{Button, ExternalLink};

use super::modal::Modal;
use crate::model::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RedirectDialogProps {
    pub(crate) target: SafeUrl,
    pub(crate) dispatch: Callback<Msg>,
}

/// Shows the target and lets the user decide: a real redirect would leave the simulator.
#[component]
pub(crate) fn RedirectDialog(props: &RedirectDialogProps) -> Html {
    let close = props.dispatch.reform(|()| Msg::RedirectClosed);
    html! {
        <Modal heading="Redirect" onclose={close.clone()}>
            <div class="sim-modal-body">
                <p>{ "The extension asks to open this address in this window:" }</p>
                <p class="sim-redirect-target"><ExternalLink href={props.target.clone()}>{ props.target.as_str() }</ExternalLink></p>
                <p class="sim-hint">{ "The link opens in a new tab." }</p>
            </div>
            <div class="sim-modal-foot">
                <Button onclick={close.reform(|_| ())}>{ "Close" }</Button>
            </div>
        </Modal>
    }
}
