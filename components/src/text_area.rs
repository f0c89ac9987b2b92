//! Text of several lines.

use yew::prelude::*;

use crate::{
    bind::Bind,
    field::{Field, text_listener},
    id::use_id,
};

/// The properties of [`TextArea`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextAreaProps {
    /// What belongs in it.
    pub label: AttrValue,
    /// The label is for assistive technology alone: what belongs in the field is plain to see.
    #[prop_or_default]
    pub label_hidden: bool,
    /// The text.
    #[prop_or_default]
    pub value: AttrValue,
    /// The state that holds the text, as `bind={&state}`: the field shows it, and sets it to what is typed. Wins over `value`.
    #[prop_or_default]
    pub bind: Bind<String>,
    /// Called with the whole text whenever it changes; with `bind`, after the state was set.
    #[prop_or_default]
    pub oninput: Callback<String>,
    /// Called for every key.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// How many lines are in view.
    #[prop_or(3)]
    pub rows: u32,
    /// The text in the field while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// What helps to fill it in.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the text.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Cannot be edited or focused.
    #[prop_or_default]
    pub disabled: bool,
    /// The `<textarea>` itself, for focus and scrolling.
    #[prop_or_default]
    pub node_ref: NodeRef,
}

/// A labelled field for text of several lines. Its value is its owner's: bind a state, or give the `value` and set it to
/// what `oninput` passes on.
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
