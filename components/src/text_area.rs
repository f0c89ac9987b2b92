//! A multi-line text field.

use yew::prelude::*;

use crate::{
    bind::Bind,
    field::{Field, text_listener},
    id::use_id,
};

/// The properties of [`TextArea`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextAreaProps {
    /// The label.
    pub label: AttrValue,
    /// Whether the label is only for assistive technology, because the field's purpose is obvious.
    #[prop_or_default]
    pub label_hidden: bool,
    /// The text.
    #[prop_or_default]
    pub value: AttrValue,
    /// Binds the text to a state: `bind={&state}`. Takes precedence over `value`.
    #[prop_or_default]
    pub bind: Bind<String>,
    /// Called with the whole text when it changes; with `bind`, after the state was set.
    #[prop_or_default]
    pub oninput: Callback<String>,
    /// Called for every key press.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// The number of visible lines.
    #[prop_or(3)]
    pub rows: u32,
    /// The placeholder while the field is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// A hint that helps to fill in the field.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the text.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether the field is disabled: it cannot be edited or focused.
    #[prop_or_default]
    pub disabled: bool,
    /// The `<textarea>` element, for focus and scrolling.
    #[prop_or_default]
    pub node_ref: NodeRef,
}

/// A labeled multi-line text field. Its owner holds the value: bind a state, or pass `value` and update it in
/// `oninput`.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::TextArea;
///
/// #[component]
/// fn Note() -> Html {
///     let note = use_state(String::new);
///     let error = note.is_empty().then_some("Write something.");
///     html! { <TextArea label="Note" bind={&note} error={error.map(AttrValue::from)} /> }
/// }
/// ```
#[component]
pub fn TextArea(props: &TextAreaProps) -> Html {
    let id = use_id();
    let field = Field::new(&id, &props.label, props.label_hidden, props.hint.as_ref(), props.error.as_ref());
    let oninput = text_listener(&props.bind, &props.oninput);
    field.around(html! {
        <textarea
            id={&id}
            class="lc-input lc-text-area"
            ref={&props.node_ref}
            rows={props.rows.to_string()}
            dir="auto"
            value={props.bind.text_or(&props.value)}
            placeholder={&props.placeholder}
            disabled={props.disabled}
            aria-invalid={field.invalid()}
            aria-describedby={field.described_by()}
            onkeydown={&props.onkeydown}
            {oninput}
        />
    })
}
