//! A dialog above everything else.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Icon, icon};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ModalProps {
    /// Its heading, and its name.
    pub(crate) heading: AttrValue,
    /// What stands below the heading.
    #[prop_or_default]
    pub(crate) description: Option<AttrValue>,
    /// Called when the person closes it, also by Escape.
    pub(crate) onclose: Callback<()>,
    pub(crate) children: Html,
}

/// A modal `<dialog>`: the browser keeps the focus within, and gives it back.
#[component]
pub(crate) fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // It fails where the dialog is open already.
                let _ = dialog.show_modal();
            }
            move || {
                // Closing gives the focus back; taking the element away alone would not.
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    // Whether it is open is the model's to say. A browser that closes it all the same has asked before.
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
