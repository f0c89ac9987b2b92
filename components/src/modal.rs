//! A dialog with anything in it.

use yew::prelude::*;

use crate::{
    dialog::{Dialog, use_dialog},
    heading::heading,
    icon,
    id::use_id,
    kit_texts::{text_or, use_kit_texts},
    list::is_empty,
};

/// The properties of [`Modal`].
#[derive(Clone, PartialEq, Properties)]
pub struct ModalProps {
    /// Whether it is open.
    pub open: bool,
    /// What it is about.
    pub heading: AttrValue,
    /// Called when the person closes it, with its button or by Escape.
    #[prop_or_default]
    pub onclose: Callback<()>,
    /// The label of the button that closes it; [`KitTexts::close`](crate::KitTexts::close) unless set.
    #[prop_or_default]
    pub close_label: Option<AttrValue>,
    /// [`Button`](crate::Button)s below the content.
    #[prop_or_default]
    pub actions: Html,
    /// The content.
    #[prop_or_default]
    pub children: Html,
}

/// A dialog in front of the page, for a form or for details. The focus goes to the first control in it, stays within, and
/// returns to where it was. Its owner opens and closes it: `onclose` only asks for that. For a question with two answers
/// there is [`ConfirmDialog`](crate::ConfirmDialog).
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Button, ButtonKind, Modal, TextArea};
///
/// #[component]
/// fn AddNote() -> Html {
///     let (open, note) = (use_state(|| false), use_state(String::new));
///     let set = |value| {
///         let open = open.clone();
///         Callback::from(move |()| open.set(value))
///     };
///     let actions = html! {
///         <Button kind={ButtonKind::Primary} onclick={set(false).reform(|_| ())}>{ "Save" }</Button>
///     };
///     html! {
///         <>
///             <Button onclick={set(true).reform(|_| ())}>{ "Add a note…" }</Button>
///             <Modal open={*open} heading="Add a note" onclose={set(false)} {actions}>
///                 <TextArea label="Note" bind={&note} />
///             </Modal>
///         </>
///     }
/// }
/// ```
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let id = use_id();
    let close = text_or(props.close_label.as_ref(), use_kit_texts().close);
    let Dialog { node, oncancel, onclose } = use_dialog(props.open, &props.onclose);
    html! {
        <dialog ref={node} class="lc-dialog" aria-labelledby={&id} {oncancel} {onclose}>
            <div {id} class="lc-modal-head">{ heading(2, "lc-dialog-heading", html! { &props.heading }) }</div>
            { props.children.clone() }
            if !is_empty(&props.actions) {
                <div class="lc-dialog-answers">{ props.actions.clone() }</div>
            }
            // The last one, so that the focus begins in the content.
            <button
                type="button"
                class="lc-icon-button lc-modal-close"
                aria-label={&close}
                title={&close}
                onclick={props.onclose.reform(|_| ())}
            >
                { icon::close() }
            </button>
        </dialog>
    }
}
