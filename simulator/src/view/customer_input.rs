//! The input for messages from the customer.

use yew::prelude::*;

use super::{
    event_target::input_value,
    icon::{Icon, icon},
};
use crate::model::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CustomerInputProps {
    /// Its text; `None` if it is folded.
    pub(crate) draft: Option<AttrValue>,
    /// The customer's name.
    pub(crate) name: AttrValue,
    pub(crate) dispatch: Callback<Msg>,
}

/// A button below the message input that opens an input for messages from the customer.
#[component]
pub(crate) fn CustomerInput(props: &CustomerInputProps) -> Html {
    let dispatch = &props.dispatch;
    let oninput = dispatch.reform(|event: InputEvent| Msg::CustomerDraftChanged(input_value(&event)));
    let onsubmit = dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::CustomerSendRequested
    });
    html! {
        <div class="sim-customer-input">
            <button
                type="button"
                class="sim-quiet"
                aria-expanded={props.draft.is_some().to_string()}
                onclick={dispatch.reform(|_| Msg::CustomerInputToggled)}
            >
                { icon(Icon::Customer) }{ "Write as the customer" }
            </button>
            if let Some(draft) = &props.draft {
                <form {onsubmit}>
                    <input
                        class="sim-input"
                        type="text"
                        dir="auto"
                        autocomplete="off"
                        aria-label="As the customer"
                        placeholder={format!("As {}", props.name)}
                        value={draft}
                        {oninput}
                    />
                    <button type="submit" class="sim-tool-plain" disabled={draft.trim().is_empty()}>
                        { "Send as the customer" }
                    </button>
                </form>
            }
        </div>
    }
}
