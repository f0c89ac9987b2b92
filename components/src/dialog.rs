//! The shared part of the dialogs: a `<dialog>` that its owner opens and closes.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// The parts that a `<dialog>` needs.
pub(crate) struct Dialog {
    pub(crate) node: NodeRef,
    pub(crate) oncancel: Callback<Event>,
    pub(crate) onclose: Callback<Event>,
}

/// Opens the dialog modally while `open`; `onleave` is called when the person presses Escape. The browser keeps the
/// focus inside, and restores it.
#[hook]
pub(crate) fn use_dialog(open: bool, onleave: &Callback<()>) -> Dialog {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(open, move |open| {
            let shown = node.cast::<HtmlDialogElement>().filter(|_| *open);
            if let Some(dialog) = &shown {
                // It fails if the dialog is already open.
                let _ = dialog.show_modal();
            }
            move || {
                // Closing restores the focus; merely removing the element would not.
                if let Some(dialog) = shown {
                    dialog.close();
                }
            }
        });
    }
    // Ignores events of elements inside, such as a file field or another dialog.
    let target = {
        let node = node.clone();
        move |event: &Event| {
            event.target_dyn_into().filter(|target| node.cast::<HtmlDialogElement>().as_ref() == Some(target))
        }
    };
    // The owner closes it.
    let oncancel = {
        let (onleave, target) = (onleave.clone(), target.clone());
        Callback::from(move |event: Event| {
            if target(&event).is_some() {
                event.prevent_default();
                onleave.emit(());
            }
        })
    };
    // A browser closes it anyway when Escape is pressed twice without an answer, and fires `close` in a separate
    // task. If the dialog is open by then, the event belongs to an earlier closing.
    let onclose = {
        let onleave = onleave.clone();
        Callback::from(move |event: Event| {
            if open && target(&event).is_some_and(|dialog| !dialog.open()) {
                onleave.emit(());
            }
        })
    };
    Dialog { node, oncancel, onclose }
}
