//! A placeholder in the shape of content that is loading.

use yew::prelude::*;

use crate::kit_texts::{text_or, use_kit_texts};

/// The properties of [`Skeleton`].
#[derive(Clone, PartialEq, Properties)]
pub struct SkeletonProps {
    /// The number of text lines.
    #[prop_or(3)]
    pub lines: u32,
    /// Whether to include an avatar.
    #[prop_or_default]
    pub avatar: bool,
    /// What is being loaded, for assistive technology; [`KitTexts::loading`](crate::KitTexts::loading) unless set.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// Gray lines in place of content whose shape is known. They do not move if the person prefers reduced motion.
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
    let label = text_or(props.label.as_ref(), use_kit_texts().loading);
    html! {
        <div class="lc-skeleton" role="status">
            <span class="lc-visually-hidden">{ label }</span>
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
