//! A checkbox.

use yew::prelude::*;

use crate::{bind::Bind, id::use_id, toggle::Toggle};

/// The properties of [`Checkbox`].
#[derive(Clone, PartialEq, Properties)]
pub struct CheckboxProps {
    /// The label.
    pub label: AttrValue,
    /// Whether it is checked.
    #[prop_or_default]
    pub checked: bool,
    /// Binds the checkbox to a state: `bind={&state}`. Takes precedence over `checked`.
    #[prop_or_default]
    pub bind: Bind<bool>,
    /// Called with the requested state; with `bind`, after the state was set.
    #[prop_or_default]
    pub onchange: Callback<bool>,
    /// A hint that helps to decide.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether the checkbox is disabled: it cannot be changed or focused.
    #[prop_or_default]
    pub disabled: bool,
}

/// A checkbox, for choices that take effect when a form is submitted. Its owner holds the state: bind one, or pass
/// `checked` and update it in `onchange`; until then the checkbox does not change.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Checkbox;
///
/// #[component]
/// fn Copy() -> Html {
///     let wanted = use_state(|| false);
///     html! { <Checkbox label="Send a copy to me" bind={&wanted} /> }
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
        checked: props.bind.value_or(&props.checked),
        onchange: &props.bind.then(&props.onchange),
        disabled: props.disabled,
    };
    toggle.view()
}
