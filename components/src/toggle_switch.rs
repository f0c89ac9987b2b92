//! Something to turn on and off.

use yew::prelude::*;

use crate::{bind::Bind, id::use_id, toggle::Toggle};

/// The properties of [`ToggleSwitch`].
#[derive(Clone, PartialEq, Properties)]
pub struct ToggleSwitchProps {
    /// What it stands for.
    pub label: AttrValue,
    /// Whether it is on.
    #[prop_or_default]
    pub checked: bool,
    /// The state that holds that, as `bind={&state}`: the switch shows it, and sets it when it is pressed. Wins over
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

/// A switch, for what takes effect at once. Its state is its owner's: bind one, or give `checked` and set it to what
/// `onchange` passes on; until then it stays as it is.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::ToggleSwitch;
///
/// #[component]
/// fn Alerts() -> Html {
///     let on = use_state(|| false);
///     html! { <ToggleSwitch label="Tell me when an order is late" bind={&on} /> }
/// }
/// ```
#[component]
pub fn ToggleSwitch(props: &ToggleSwitchProps) -> Html {
    let id = use_id();
    let toggle = Toggle {
        id: &id,
        class: "lc-switch",
        role: Some("switch"),
        label: &props.label,
        hint: props.hint.as_ref(),
        checked: props.bind.value_or(&props.checked),
        onchange: &props.bind.then(&props.onchange),
        disabled: props.disabled,
    };
    toggle.view()
}
