//! The Agent App's own query parameters.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PageAddressProps {
    pub(crate) query: AttrValue,
    pub(crate) dispatch: Callback<Msg>,
}

/// The query string of the Agent App's address. Enter applies it and notifies the extension.
#[component]
pub(crate) fn PageAddress(props: &PageAddressProps) -> Html {
    let input = use_node_ref();
    let onsubmit = {
        let (input, dispatch) = (input.clone(), props.dispatch.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                dispatch.emit(Msg::PageChanged(input.value()));
            }
        }
    };
    html! {
        <form class="sim-address" {onsubmit}>
            <label class="sim-address-field">
                <span>{ "Page address" }</span>
                <span class="sim-address-mark" aria-hidden="true">{ "?" }</span>
                <input
                    ref={input}
                    class="sim-input"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="order=A-20418"
                    value={&props.query}
                />
            </label>
            <button type="submit" class="sim-tool-plain">{ "Set" }</button>
        </form>
    }
}
