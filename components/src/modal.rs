//! A dialog with any content.

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
    /// The heading.
    pub heading: AttrValue,
    /// Called when the person closes it, with the close button or Escape.
    #[prop_or_default]
    pub onclose: Callback<()>,
    /// The label of the close button; [`KitTexts::close`](crate::KitTexts::close) unless set.
    #[prop_or_default]
    pub close_label: Option<AttrValue>,
    /// [`Button`](crate::Button)s below the content.
    #[prop_or_default]
    pub actions: Html,
    /// The content.
    #[prop_or_default]
    pub children: Html,
}

/// A dialog in front of the page, for a form or details. The focus moves to the first control in it, stays inside,
/// and returns afterward. Its owner opens and closes it: `onclose` is a request. For a question with two answers,
/// use a [`ConfirmDialog`](crate::ConfirmDialog).
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
            // Last in the dialog, so that the focus starts in the content.
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
