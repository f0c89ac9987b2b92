//! A placeholder for missing content.

use yew::prelude::*;

use crate::heading::heading;

/// The properties of [`EmptyState`].
#[derive(Clone, PartialEq, Properties)]
pub struct EmptyStateProps {
    /// What the situation is, in a few words.
    pub title: AttrValue,
    /// What to do about it.
    #[prop_or_default]
    pub children: Html,
    /// The level of the title as a heading.
    #[prop_or(2)]
    pub level: u8,
}

/// A message in place of content that does not exist yet.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::EmptyState;
///
/// #[component]
/// fn NoCustomer() -> Html {
///     html! { <EmptyState title="No customer yet">{ "Open a chat to see who you are talking to." }</EmptyState> }
/// }
/// ```
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! {
        <div class="lc-empty-state">
            { heading(props.level, "lc-empty-state-title", html! { &props.title }) }
            if props.children != Html::default() {
                <div class="lc-empty-state-text" dir="auto">{ props.children.clone() }</div>
            }
        </div>
    }
}
