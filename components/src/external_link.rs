//! A link to another site.

use livechat_protocol::SafeUrl;
use yew::prelude::*;

/// The properties of [`ExternalLink`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExternalLinkProps {
    /// The address that it opens. Only safe URLs are accepted; a `javascript:` URL is not.
    pub href: SafeUrl,
    /// The text.
    #[prop_or_default]
    pub children: Html,
}

/// A link that opens in a new tab: inside the iframe, the page would replace the extension.
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
