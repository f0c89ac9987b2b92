//! A link.

use livechat_protocol::SafeUrl;
use yew::prelude::*;

/// The properties of [`Link`].
#[derive(Clone, PartialEq, Properties)]
pub struct LinkProps {
    /// Where it leads. Only safe URLs are links; a `javascript:` URL cannot become one.
    pub href: SafeUrl,
    /// What it says.
    #[prop_or_default]
    pub children: Html,
}

/// A link that opens in a tab of its own: within the frame it would take the extension's place.
///
/// ```rust
/// use livechat_protocol::SafeUrl;
/// use yew::prelude::*;
/// use yew_livechat_components::Link;
///
/// #[derive(PartialEq, Properties)]
/// struct OrderProps {
///     url: AttrValue,
/// }
///
/// #[component]
/// fn Order(props: &OrderProps) -> Html {
///     match SafeUrl::parse(&props.url) {
///         Ok(href) => html! { <Link {href}>{ "Open the order" }</Link> },
///         Err(_) => html! { { &props.url } },
///     }
/// }
/// ```
#[component]
pub fn Link(props: &LinkProps) -> Html {
    html! {
        <a class="lc-link" href={props.href.to_string()} target="_blank" rel="noopener noreferrer">
            { props.children.clone() }
        </a>
    }
}
