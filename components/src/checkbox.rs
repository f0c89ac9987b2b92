//! Something to agree to, or one of several to take.

use yew::prelude::*;

use crate::{id::use_id, toggle::Toggle};

/// The properties of [`Checkbox`].
#[derive(Clone, PartialEq, Properties)]
pub struct CheckboxProps {
    /// What it stands for.
    pub label: AttrValue,
    /// Whether it is ticked.
    pub checked: bool,
    /// Called with what it should become.
    #[prop_or_default]
    pub onchange: Callback<bool>,
    /// What helps to decide.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Cannot be changed or focused.
    #[prop_or_default]
    pub disabled: bool,
}

/// A box to tick, for what takes effect when a form is sent. Its state is its owner's: `onchange` says what it should become,
/// and until the owner says so it stays as it is.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Checkbox;
///
/// #[component]
/// fn Copy() -> Html {
///     let wanted = use_state(|| false);
///     let onchange = {
///         let wanted = wanted.clone();
///         move |checked| wanted.set(checked)
///     };
///     html! { <Checkbox label="Send a copy to me" checked={*wanted} {onchange} /> }
/// }
/// ```
#[component]
pub fn Checkbox(props: &CheckboxProps) -> Html {
    let id = use_id();
    let toggle = Toggle {
        id: &id,
        class: "lc-checkbox",
        role: None,
        label: &props.label,
        hint: props.hint.as_ref(),
        checked: props.checked,
        onchange: &props.onchange,
        disabled: props.disabled,
    };
    toggle.view()
}
