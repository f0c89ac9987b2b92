//! What the dialogs have in common: a `<dialog>` that is open while its owner says so.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What a `<dialog>` needs.
pub(crate) struct Dialog {
    pub(crate) node: NodeRef,
    pub(crate) oncancel: Callback<Event>,
    pub(crate) onclose: Callback<Event>,
}

/// Opens the dialog as a modal one while `open`; `onleave` is called when the person leaves it by Escape. The browser keeps
/// the focus within, and gives it back.
#[hook]
pub(crate) fn use_dialog(open: bool, onleave: &Callback<()>) -> Dialog {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(open, move |open| {
            let shown = node.cast::<HtmlDialogElement>().filter(|_| *open);
            if let Some(dialog) = &shown {
                // It fails where the dialog is open already.
                let _ = dialog.show_modal();
            }
            move || {
                // Closing gives the focus back; removing the element alone would not.
                if let Some(dialog) = shown {
                    dialog.close();
                }
            }
        });
    }
    // The event's own dialog: that of a field for files within it, or of a dialog within it, is not its.
    let target = {
        let node = node.clone();
        move |event: &Event| {
            event.target_dyn_into().filter(|target| node.cast::<HtmlDialogElement>().as_ref() == Some(target))
        }
    };
    // It is the owner who closes it.
    let oncancel = {
        let (onleave, target) = (onleave.clone(), target.clone());
        Callback::from(move |event: Event| {
            if target(&event).is_some() {
                event.prevent_default();
                onleave.emit(());
            }
        })
    };
    // A browser closes it all the same when Escape is pressed twice without an answer, and fires `close` in a task of its
    // own: if the dialog is open by then, that was an earlier closing.
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
