//! A link.

use livechat_protocol::SafeUrl;
use yew::prelude::*;

/// The properties of [`ExternalLink`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExternalLinkProps {
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
/// use yew_livechat_components::ExternalLink;
///
/// #[derive(PartialEq, Properties)]
/// struct OrderProps {
///     url: AttrValue,
/// }
///
/// #[component]
/// fn Order(props: &OrderProps) -> Html {
///     match SafeUrl::parse(&props.url) {
///         Ok(href) => html! { <ExternalLink {href}>{ "Open the order" }</ExternalLink> },
///         Err(_) => html! { { &props.url } },
///     }
/// }
/// ```
#[component]
pub fn ExternalLink(props: &ExternalLinkProps) -> Html {
    html! {
        <a class="lc-link" href={props.href.to_string()} target="_blank" rel="noopener noreferrer">
            { props.children.clone() }
        </a>
    }
}
