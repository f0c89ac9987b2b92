//! Something to turn on and off.

use yew::prelude::*;

use crate::{id::use_id, toggle::Toggle};

/// The properties of [`ToggleSwitch`].
#[derive(Clone, PartialEq, Properties)]
pub struct ToggleSwitchProps {
    /// What it stands for.
    pub label: AttrValue,
    /// Whether it is on.
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

/// A switch, for what takes effect at once. Its state is its owner's: `onchange` says what it should become,
/// and until the owner says so it stays as it is.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::ToggleSwitch;
///
/// #[component]
/// fn Alerts() -> Html {
///     let on = use_state(|| false);
///     let onchange = {
///         let on = on.clone();
///         move |checked| on.set(checked)
///     };
///     html! { <ToggleSwitch label="Tell me when an order is late" checked={*on} {onchange} /> }
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
        checked: props.checked,
        onchange: &props.onchange,
        disabled: props.disabled,
    };
    toggle.view()
}
