//! A word about something.

use yew::prelude::*;

/// The properties of [`Tag`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagProps {
    /// Its text.
    #[prop_or_default]
    pub children: Html,
}

/// A short word on a grey ground.
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
