//! A question before something happens.

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
    /// Whether the question is being asked.
    pub open: bool,
    /// The question.
    pub heading: AttrValue,
    /// The label of the button that goes on; [`KitTexts::confirm`](crate::KitTexts::confirm) unless set.
    #[prop_or_default]
    pub confirm_label: Option<AttrValue>,
    /// The label of the button that does not; [`KitTexts::cancel`](crate::KitTexts::cancel) unless set.
    #[prop_or_default]
    pub cancel_label: Option<AttrValue>,
    /// How much weight going on has: destructive for what cannot be undone.
    #[prop_or(ButtonKind::Primary)]
    pub kind: ButtonKind,
    /// What was confirmed is under way.
    #[prop_or_default]
    pub busy: bool,
    /// Called when the person goes on.
    #[prop_or_default]
    pub onconfirm: Callback<()>,
    /// Called when the person does not, also by Escape.
    #[prop_or_default]
    pub oncancel: Callback<()>,
    /// What follows from the answer.
    #[prop_or_default]
    pub children: Html,
}

/// A modal question with two answers. The focus goes to the harmless one, stays within, and returns to where it
/// was. Whether the question is asked is its owner's to say.
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
