//! A question that needs confirmation.

use yew::prelude::*;

use crate::{
    button::{Button, ButtonKind},
    dialog::{Dialog, use_dialog},
    heading::heading,
    id::use_id,
    kit_texts::{text_or, use_kit_texts},
};

/// The properties of [`ConfirmDialog`].
#[derive(Clone, PartialEq, Properties)]
pub struct ConfirmDialogProps {
    /// Whether the dialog is open.
    pub open: bool,
    /// The question.
    pub heading: AttrValue,
    /// The label of the confirm button; [`KitTexts::confirm`](crate::KitTexts::confirm) unless set.
    #[prop_or_default]
    pub confirm_label: Option<AttrValue>,
    /// The label of the cancel button; [`KitTexts::cancel`](crate::KitTexts::cancel) unless set.
    #[prop_or_default]
    pub cancel_label: Option<AttrValue>,
    /// The emphasis of the confirm button: destructive for what cannot be undone.
    #[prop_or(ButtonKind::Primary)]
    pub kind: ButtonKind,
    /// Whether the confirmed action is in progress.
    #[prop_or_default]
    pub busy: bool,
    /// Called when the person confirms.
    #[prop_or_default]
    pub onconfirm: Callback<()>,
    /// Called when the person cancels, also with Escape.
    #[prop_or_default]
    pub oncancel: Callback<()>,
    /// The consequences.
    #[prop_or_default]
    pub children: Html,
}

/// A modal question with two answers. The focus moves to the cancel button, stays inside, and returns afterward. Its
/// owner opens and closes it.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Button, ButtonKind, ConfirmDialog};
///
/// #[component]
/// fn Delete() -> Html {
///     let asking = use_state(|| false);
///     let set = |value| {
///         let asking = asking.clone();
///         Callback::from(move |()| asking.set(value))
///     };
///     html! {
///         <>
///             <Button kind={ButtonKind::Destructive} onclick={set(true).reform(|_| ())}>{ "Delete…" }</Button>
///             <ConfirmDialog
///                 open={*asking}
///                 heading="Delete this note?"
///                 confirm_label="Delete"
///                 kind={ButtonKind::Destructive}
///                 onconfirm={set(false)}
///                 oncancel={set(false)}
///             >
///                 { "It cannot be brought back." }
///             </ConfirmDialog>
///         </>
///     }
/// }
/// ```
#[component]
pub fn ConfirmDialog(props: &ConfirmDialogProps) -> Html {
    let id = use_id();
    let texts = use_kit_texts();
    let Dialog { node, oncancel, onclose } = use_dialog(props.open, &props.oncancel);
    let (heading_id, text_id) = (format!("{id}-heading"), format!("{id}-text"));
    html! {
        <dialog
            ref={node}
            class="lc-dialog"
            role="alertdialog"
            aria-labelledby={heading_id.clone()}
            aria-describedby={text_id.clone()}
            {oncancel}
            {onclose}
        >
            <div id={heading_id}>{ heading(2, "lc-dialog-heading", html! { &props.heading }) }</div>
            <div id={text_id} class="lc-dialog-text" dir="auto">{ props.children.clone() }</div>
            <div class="lc-dialog-answers">
                <Button onclick={props.oncancel.reform(|_| ())}>{ text_or(props.cancel_label.as_ref(), texts.cancel) }</Button>
                <Button kind={props.kind} busy={props.busy} onclick={props.onconfirm.reform(|_| ())}>
                    { text_or(props.confirm_label.as_ref(), texts.confirm) }
                </Button>
            </div>
        </dialog>
    }
}
