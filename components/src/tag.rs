//! A short label.

use yew::prelude::*;

/// The properties of [`Tag`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagProps {
    /// The text.
    #[prop_or_default]
    pub children: Html,
}

/// A short word on a gray background.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Tag;
///
/// #[component]
/// fn Topic() -> Html {
///     html! { <Tag>{ "billing" }</Tag> }
/// }
/// ```
#[component]
pub fn Tag(props: &TagProps) -> Html {
    html! { <span class="lc-tag" dir="auto">{ props.children.clone() }</span> }
}
