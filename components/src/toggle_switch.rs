//! A switch.

use yew::prelude::*;

use crate::{bind::Bind, id::use_id, toggle::Toggle};

/// The properties of [`ToggleSwitch`].
#[derive(Clone, PartialEq, Properties)]
pub struct ToggleSwitchProps {
    /// The label.
    pub label: AttrValue,
    /// Whether it is on.
    #[prop_or_default]
    pub checked: bool,
    /// Binds the switch to a state: `bind={&state}`. Takes precedence over `checked`.
    #[prop_or_default]
    pub bind: Bind<bool>,
    /// Called with the requested state; with `bind`, after the state was set.
    #[prop_or_default]
    pub onchange: Callback<bool>,
    /// A hint that helps to decide.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether the switch is disabled: it cannot be changed or focused.
    #[prop_or_default]
    pub disabled: bool,
}

/// A switch, for settings that take effect immediately. Its owner holds the state: bind one, or pass `checked` and
/// update it in `onchange`; until then the switch does not change.
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
