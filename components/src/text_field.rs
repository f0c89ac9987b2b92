//! A single-line text field.

use yew::prelude::*;

use crate::{
    bind::Bind,
    field::{Field, text_listener},
    id::use_id,
};

/// The purpose of a [`TextField`]: browsers adapt the keyboard and the suggestions to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextFieldKind {
    /// Any text.
    #[default]
    Text,
    /// An email address.
    Email,
    /// A secret, shown as dots.
    Password,
    /// A search term.
    Search,
    /// A telephone number.
    Telephone,
    /// A web address.
    Url,
}

impl TextFieldKind {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Search => "search",
            Self::Telephone => "tel",
            Self::Url => "url",
        }
    }
}

/// The properties of [`TextField`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextFieldProps {
    /// The label.
    pub label: AttrValue,
    /// Whether the label is only for assistive technology, because the field's purpose is obvious.
    #[prop_or_default]
    pub label_hidden: bool,
    /// The purpose of the field.
    #[prop_or_default]
    pub kind: TextFieldKind,
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
    /// The `<input>` element, for focus and selection.
    #[prop_or_default]
    pub node_ref: NodeRef,
}

/// A labeled single-line text field. Its owner holds the value: bind a state, or pass `value` and update it in
/// `oninput`.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{TextField, TextFieldKind};
///
/// #[component]
/// fn Recipient() -> Html {
///     let address = use_state(String::new);
///     let error = (!address.contains('@')).then_some("An email address has an @.");
///     html! {
///         <TextField
///             label="Send to"
///             kind={TextFieldKind::Email}
///             bind={&address}
///             error={error.map(AttrValue::from)}
///         />
///     }
/// }
/// ```
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let id = use_id();
    let field = Field::new(&id, &props.label, props.label_hidden, props.hint.as_ref(), props.error.as_ref());
    let oninput = text_listener(&props.bind, &props.oninput);
    field.around(html! {
        <input
            id={&id}
            class="lc-input"
            ref={&props.node_ref}
            type={props.kind.name()}
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
