//! A loading indicator.

use yew::prelude::*;

use crate::kit_texts::{text_or, use_kit_texts};

/// The properties of [`Loader`].
#[derive(Clone, PartialEq, Properties)]
pub struct LoaderProps {
    /// What is being loaded; [`KitTexts::loading`](crate::KitTexts::loading) unless set.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// A spinner with a text. It does not spin if the person prefers reduced motion.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Loader;
///
/// #[component]
/// fn Orders() -> Html {
///     html! { <Loader label="Loading orders…" /> }
/// }
/// ```
#[component]
pub fn Loader(props: &LoaderProps) -> Html {
    let label = text_or(props.label.as_ref(), use_kit_texts().loading);
    html! {
        <div class="lc-loader" role="status">
            <span class="lc-spinner" aria-hidden="true"></span>
            <span dir="auto">{ label }</span>
        </div>
    }
}
