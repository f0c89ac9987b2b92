//! The themed root of a page.

use livechat_protocol::Theme;
use yew::prelude::*;

/// The properties of [`Surface`].
#[derive(Clone, PartialEq, Properties)]
pub struct SurfaceProps {
    /// Light or dark.
    pub theme: Theme,
    /// Additional classes.
    #[prop_or_default]
    pub class: Classes,
    /// The content.
    #[prop_or_default]
    pub children: Html,
}

/// The themed root of a page: at least as high as the viewport, with background, font and text color, and the custom
/// properties (`--lc-…`) that define the colors of all other components.
///
/// ```rust
/// use livechat_protocol::Theme;
/// use yew::prelude::*;
/// use yew_livechat_components::Surface;
///
/// #[component]
/// fn App() -> Html {
///     html! { <Surface theme={Theme::Light}><main>{ "Hello" }</main></Surface> }
/// }
/// ```
#[component]
pub fn Surface(props: &SurfaceProps) -> Html {
    html! {
        <div class={classes!("lc-surface", props.class.clone())} data-theme={props.theme.as_str()}>
            { props.children.clone() }
        </div>
    }
}
