//! Something to agree to, or one of several to take.

use yew::prelude::*;

use crate::{bind::Bind, id::use_id, toggle::Toggle};

/// The properties of [`Checkbox`].
#[derive(Clone, PartialEq, Properties)]
pub struct CheckboxProps {
    /// What it stands for.
    pub label: AttrValue,
    /// Whether it is ticked.
    #[prop_or_default]
    pub checked: bool,
    /// The state that holds that, as `bind={&state}`: the box shows it, and sets it when it is pressed. Wins over
    /// `checked`.
    #[prop_or_default]
    pub bind: Bind<bool>,
    /// Called with what it should become; with `bind`, after the state was set.
    #[prop_or_default]
    pub onchange: Callback<bool>,
    /// What helps to decide.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Cannot be changed or focused.
    #[prop_or_default]
    pub disabled: bool,
}

/// A box to tick, for what takes effect when a form is sent. Its state is its owner's: bind one, or give `checked` and set it
/// to what `onchange` passes on; until then it stays as it is.
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
