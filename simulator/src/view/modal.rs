//! A modal dialog.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Icon, icon};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ModalProps {
    /// Its heading, which is also its accessible name.
    pub(crate) heading: AttrValue,
    /// The text below the heading.
    #[prop_or_default]
    pub(crate) description: Option<AttrValue>,
    /// Called when the user closes it, including with Escape.
    pub(crate) onclose: Callback<()>,
    pub(crate) children: Html,
}

/// A modal `<dialog>`: the browser traps the focus, and restores it on close.
#[component]
pub(crate) fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // Fails if the dialog is already open.
                let _ = dialog.show_modal();
            }
            move || {
                // Closing restores the focus; removing the element would not.
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    // The model decides whether it is open. A browser that closes it anyway has sent `cancel` first.
    let oncancel = props.onclose.reform(|event: Event| event.prevent_default());
    html! {
        <dialog ref={dialog} class="sim-modal" aria-labelledby="sim-modal-heading" {oncancel}>
            <div class="sim-modal-head">
                <div class="sim-modal-headings">
                    <h2 id="sim-modal-heading">{ &props.heading }</h2>
                    if let Some(description) = &props.description {
                        <p>{ description }</p>
                    }
                </div>
                <button type="button" class="sim-quiet" aria-label="Close dialog" onclick={props.onclose.reform(|_| ())}>
                    { icon(Icon::Close) }
                </button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}
