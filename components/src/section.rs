//! A part of a page.

use yew::prelude::*;

use crate::heading::heading;

/// The properties of [`Section`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionProps {
    /// What it is about.
    pub heading: AttrValue,
    /// The level of the heading.
    #[prop_or(2)]
    pub level: u8,
    /// What it holds.
    #[prop_or_default]
    pub children: Html,
}

/// A headed part of a page; a line parts it from what comes before.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Section;
///
/// #[component]
/// fn Orders() -> Html {
///     html! { <Section heading="Orders"><p>{ "None yet." }</p></Section> }
/// }
/// ```
#[component]
pub fn Section(props: &SectionProps) -> Html {
    html! {
        <section class="lc-section">
            { heading(props.level, "lc-section-heading", html! { &props.heading }) }
            { props.children.clone() }
        </section>
    }
}
