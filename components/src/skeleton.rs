//! The shape of what is on its way.

use yew::prelude::*;

/// The properties of [`Skeleton`].
#[derive(Clone, PartialEq, Properties)]
pub struct SkeletonProps {
    /// How many lines of text it stands for.
    #[prop_or(3)]
    pub lines: u32,
    /// There will be an avatar.
    #[prop_or_default]
    pub avatar: bool,
    /// What is waited for, for assistive technology.
    #[prop_or(AttrValue::Static("Loading…"))]
    pub label: AttrValue,
}

/// Grey lines in place of content whose shape is known. Where the person prefers reduced motion, they are still.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Skeleton;
///
/// #[component]
/// fn Profile() -> Html {
///     html! { <Skeleton avatar=true lines=2 label="Loading the customer…" /> }
/// }
/// ```
#[component]
pub fn Skeleton(props: &SkeletonProps) -> Html {
    html! {
        <div class="lc-skeleton" role="status">
            <span class="lc-visually-hidden">{ &props.label }</span>
            if props.avatar {
                <span class="lc-skeleton-avatar"></span>
            }
            <span class="lc-skeleton-lines">
                for _ in 0..props.lines {
                    <span class="lc-skeleton-line"></span>
                }
            </span>
        </div>
    }
}
