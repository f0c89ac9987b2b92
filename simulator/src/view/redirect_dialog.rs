//! Where the settings extension would send the window.

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

/// Says where, and leaves it to the person: with the window, the simulator would be gone.
#[component]
pub(crate) fn RedirectDialog(props: &RedirectDialogProps) -> Html {
    let close = props.dispatch.reform(|()| Msg::RedirectClosed);
    html! {
        <Modal heading="Redirect" onclose={close.clone()}>
            <div class="sim-modal-body">
                <p>{ "The extension would send this window to" }</p>
                <p class="sim-redirect-target"><ExternalLink href={props.target.clone()}>{ props.target.as_str() }</ExternalLink></p>
                <p class="sim-hint">{ "The link opens in a tab of its own." }</p>
            </div>
            <div class="sim-modal-foot">
                <Button onclick={close.reform(|_| ())}>{ "Close" }</Button>
            </div>
        </Modal>
    }
}
