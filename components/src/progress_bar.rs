//! A progress bar.

use yew::prelude::*;

use crate::id::use_id;

/// The properties of [`ProgressBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProgressBarProps {
    /// What is in progress.
    pub label: AttrValue,
    /// Whether the label is only for assistive technology.
    #[prop_or_default]
    pub label_hidden: bool,
    /// How much is done; `None` if unknown. Values above `max` are clamped.
    #[prop_or_default]
    pub value: Option<u32>,
    /// The total; at least 1.
    #[prop_or(100)]
    pub max: u32,
    /// The progress in words, such as `3 of 7`.
    #[prop_or_default]
    pub text: Option<AttrValue>,
}

/// A bar that shows progress or, without a value, activity. It does not move if the person prefers reduced motion.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::ProgressBar;
///
/// #[component]
/// fn Import() -> Html {
///     html! {
///         <>
///             <ProgressBar label="Importing orders" value=3 max=7 text="3 of 7" />
///             <ProgressBar label="Connecting to the shop" />
///         </>
///     }
/// }
/// ```
#[component]
pub fn ProgressBar(props: &ProgressBarProps) -> Html {
    let id = use_id();
    let max = props.max.max(1);
    let value = props.value.map(|value| value.min(max).to_string());
    html! {
        <div class="lc-progress">
            <label for={&id} class={if props.label_hidden { "lc-visually-hidden" } else { "lc-label" }} dir="auto">
                { &props.label }
            </label>
            if let Some(text) = &props.text {
                <span class="lc-progress-text" dir="auto">{ text }</span>
            }
            <progress {id} class="lc-progress-bar" {value} max={max.to_string()} aria-valuetext={&props.text} />
        </div>
    }
}
