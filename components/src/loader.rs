//! Something is on its way.

use yew::prelude::*;

/// The properties of [`Loader`].
#[derive(Clone, PartialEq, Properties)]
pub struct LoaderProps {
    /// What is waited for.
    #[prop_or(AttrValue::Static("Loading…"))]
    pub label: AttrValue,
}

/// A spinner with its text. Where the person prefers reduced motion, it does not spin.
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
    html! {
        <div class="lc-loader" role="status">
            <span class="lc-spinner" aria-hidden="true"></span>
            <span dir="auto">{ &props.label }</span>
        </div>
    }
}
