//! A part of a page.

use yew::prelude::*;

use crate::{
    heading::{heading, heading_around},
    id::use_id,
};

/// The properties of [`Section`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionProps {
    /// What it is about.
    pub heading: AttrValue,
    /// The level of the heading.
    #[prop_or(2)]
    pub level: u8,
    /// A press on the heading closes and opens it.
    #[prop_or_default]
    pub collapsible: bool,
    /// Whether a collapsible section is open: at first, and again when this changes.
    #[prop_or(true)]
    pub open: bool,
    /// Called when a person opens (`true`) or closes it, for an owner who wants to remember.
    #[prop_or_default]
    pub ontoggle: Callback<bool>,
    /// What it holds.
    #[prop_or_default]
    pub children: Html,
}

/// Whether a section is open, and what its owner last wanted.
struct State {
    wanted: bool,
    open: bool,
}

/// A headed part of a page; a line parts it from what comes before. It may be collapsible.
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
    // Not a state that an effect sets: a person may press before Yew runs the effect.
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
            // Kept while it is closed: what stands in its fields would be lost.
            <div {id} class="lc-section-content" hidden={!open}>{ props.children.clone() }</div>
        </section>
    }
}
