//! A count.

use yew::prelude::*;

/// The properties of [`Badge`].
#[derive(Clone, PartialEq, Properties)]
pub struct BadgeProps {
    /// The number. At 0, there is no badge.
    pub count: u32,
    /// The largest number that is shown; larger ones appear as `99+`.
    #[prop_or(99)]
    pub max: u32,
    /// The number with its unit, such as `3 unread`, for assistive technology.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// A number that needs attention.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Badge;
///
/// #[component]
/// fn Unread() -> Html {
///     html! { <p>{ "Notes " }<Badge count=3 label="3 unread" /></p> }
/// }
/// ```
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    let shown = if props.count > props.max { format!("{}+", props.max) } else { props.count.to_string() };
    html! {
        if props.count > 0 {
            <span class="lc-badge">
                if let Some(label) = &props.label {
                    <span aria-hidden="true">{ shown }</span>
                    <span class="lc-visually-hidden">{ label }</span>
                } else {
                    { shown }
                }
            </span>
        }
    }
}
