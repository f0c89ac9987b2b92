//! The message input.

use yew::prelude::*;
use yew_livechat_components::TextArea;

use crate::msg::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ComposerProps {
    pub(crate) draft: AttrValue,
    pub(crate) dispatch: Callback<Msg>,
}

/// The input with its `Send`. What the extension puts into it stays until the agent sends it.
#[component]
pub(crate) fn Composer(props: &ComposerProps) -> Html {
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        move |event: KeyboardEvent| {
            // The Enter that ends an input method's composition is not a wish to send.
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                dispatch.emit(Msg::SendRequested);
            }
        }
    };
    html! {
        <div class="sim-composer">
            <TextArea
                label="Message"
                label_hidden=true
                placeholder="Type a message"
                value={&props.draft}
                rows=2
                oninput={props.dispatch.reform(Msg::DraftChanged)}
                {onkeydown}
            />
            <div class="sim-composer-foot">
                <span class="sim-hint">{ "Enter sends, Shift+Enter breaks the line" }</span>
                <button
                    type="button"
                    class="sim-send"
                    disabled={props.draft.trim().is_empty()}
                    onclick={props.dispatch.reform(|_| Msg::SendRequested)}
                >
                    { "Send" }
                </button>
            </div>
        </div>
    }
}
