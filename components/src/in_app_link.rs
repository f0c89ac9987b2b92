//! A link within the extension.

use yew::prelude::*;

/// The properties of [`InAppLink`].
#[derive(Clone, PartialEq, Properties)]
pub struct InAppLinkProps {
    /// The address within the extension, which a new tab opens. An address with a scheme, such as `https:` or
    /// `javascript:`, is dropped.
    pub href: AttrValue,
    /// Called when the link is followed in this page, by a plain click or Enter.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// Whether it leads to the current page.
    #[prop_or_default]
    pub current: bool,
    /// The text.
    #[prop_or_default]
    pub children: Html,
}

/// A link to another view of the extension. A plain click, or Enter, calls `onclick` without loading a page. A click
/// with a modifier key or the middle button is left to the browser, so the link can be opened in a new tab.
///
/// With yew-router, pass the route's path and let the navigator push the route:
/// `<InAppLink href={route.to_path()} onclick={move |()| navigator.push(&route)}>`.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::InAppLink;
///
/// #[derive(PartialEq, Properties)]
/// struct OrderProps {
///     number: AttrValue,
///     onopen: Callback<AttrValue>,
/// }
///
/// #[component]
/// fn Order(props: &OrderProps) -> Html {
///     let onclick = {
///         let (number, onopen) = (props.number.clone(), props.onopen.clone());
///         move |()| onopen.emit(number.clone())
///     };
///     html! { <InAppLink href={format!("/orders/{}", props.number)} {onclick}>{ &props.number }</InAppLink> }
/// }
/// ```
#[component]
pub fn InAppLink(props: &InAppLinkProps) -> Html {
    let onclick = {
        let onclick = props.onclick.clone();
        move |event: MouseEvent| {
            if is_plain(&event) {
                event.prevent_default();
                onclick.emit(());
            }
        }
    };
    let href = is_in_app(&props.href).then(|| props.href.clone());
    html! {
        <a class="lc-link" {href} aria-current={props.current.then_some("page")} {onclick}>{ props.children.clone() }</a>
    }
}

/// Whether the browser would load the address into this page. Pressing Enter also fires such a click.
fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key())
}

/// Whether an address has no scheme. Browsers ignore white space and control characters in a scheme, but not the
/// colon.
fn is_in_app(href: &str) -> bool {
    !matches!(href.find([':', '/', '?', '#']).map(|end| href.as_bytes()[end]), Some(b':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_without_a_scheme_is_in_the_app() {
        for href in ["/orders/A-1", "orders", "./a:b", "?tab=a:b", "#a:b", "/orders/a:b", ""] {
            assert!(is_in_app(href), "{href}");
        }
        for href in
            ["https://shop.example/", "javascript:alert(1)", "java\nscript:alert(1)", " \u{1}JavaScript:alert(1)"]
        {
            assert!(!is_in_app(href), "{href}");
        }
    }
}
