//! Text of one line.

use yew::prelude::*;

use crate::{
    bind::Bind,
    field::{Field, text_listener},
    id::use_id,
};

/// What a [`TextField`] is for: browsers offer the keyboard and the suggestions that go with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextFieldKind {
    /// Anything.
    #[default]
    Text,
    /// An email address.
    Email,
    /// A secret; it is not shown.
    Password,
    /// Words to look for.
    Search,
    /// A telephone number.
    Telephone,
    /// An address on the web.
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
    /// What belongs in it.
    pub label: AttrValue,
    /// The label is for assistive technology alone: what belongs in the field is plain to see.
    #[prop_or_default]
    pub label_hidden: bool,
    /// What it is for.
    #[prop_or_default]
    pub kind: TextFieldKind,
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
    /// The `<input>` itself, for focus and selection.
    #[prop_or_default]
    pub node_ref: NodeRef,
}

/// A labelled field for one line of text. Its value is its owner's: bind a state, or give the `value` and set it to what
/// `oninput` passes on.
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
