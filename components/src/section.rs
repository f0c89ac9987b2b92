//! A section of a page.

use yew::prelude::*;

use crate::{
    heading::{heading, heading_around},
    id::use_id,
};

/// The properties of [`Section`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionProps {
    /// The heading.
    pub heading: AttrValue,
    /// The level of the heading.
    #[prop_or(2)]
    pub level: u8,
    /// Whether pressing the heading collapses and expands the section.
    #[prop_or_default]
    pub collapsible: bool,
    /// Whether a collapsible section is expanded: initially, and again whenever this changes.
    #[prop_or(true)]
    pub open: bool,
    /// Called when a person expands (`true`) or collapses it, for example to remember it.
    #[prop_or_default]
    pub ontoggle: Callback<bool>,
    /// The content.
    #[prop_or_default]
    pub children: Html,
}

/// Whether a section is expanded, and what its owner last requested.
struct State {
    wanted: bool,
    open: bool,
}

/// A section of a page with a heading, separated from the content above by a line. It may be collapsible.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Section;
///
/// #[component]
/// fn Orders() -> Html {
///     html! {
///         <>
///             <Section heading="Orders"><p>{ "None yet." }</p></Section>
///             <Section heading="Returns" collapsible=true open=false><p>{ "None yet." }</p></Section>
///         </>
///     }
/// }
/// ```
#[component]
pub fn Section(props: &SectionProps) -> Html {
    let id = use_id();
    // Not a state set by an effect: a person may press before Yew runs the effect.
    let state = use_mut_ref(|| State { wanted: props.open, open: props.open });
    let update = use_force_update();
    if state.borrow().wanted != props.open {
        state.replace(State { wanted: props.open, open: props.open });
    }
    let open = state.borrow().open;
    if !props.collapsible {
        return html! {
            <section class="lc-section">
                { heading(props.level, "lc-section-heading", html! { &props.heading }) }
                { props.children.clone() }
            </section>
        };
    }
    let onclick = {
        let ontoggle = props.ontoggle.clone();
        move |_| {
            let open = !state.borrow().open;
            state.borrow_mut().open = open;
            update.force_update();
            ontoggle.emit(open);
        }
    };
    let button = html! {
        <button
            type="button"
            class="lc-section-toggle"
            aria-expanded={open.to_string()}
            aria-controls={&id}
            {onclick}
        >
            <span dir="auto">{ &props.heading }</span>
        </button>
    };
    html! {
        <section class="lc-section">
            { heading_around(props.level, "lc-section-heading", button) }
            // Rendered even while collapsed: otherwise the content of its fields would be lost.
            <div {id} class="lc-section-content" hidden={!open}>{ props.children.clone() }</div>
        </section>
    }
}
