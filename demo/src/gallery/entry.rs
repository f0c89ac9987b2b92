//! The box around a component.

use yew::prelude::*;

use super::controls::address;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EntryProps {
    /// The component's name.
    pub(super) name: &'static str,
    /// Its states.
    #[prop_or_default]
    pub(super) children: Html,
}

/// A component's states below its name.
#[component]
pub(super) fn Entry(props: &EntryProps) -> Html {
    html! {
        <section class="gallery-entry" aria-label={props.name}>
            <div class="gallery-name">
                <h2>{ props.name }</h2>
                <a href={address(Some(props.name))}>
                    { "Try it" }<span class="gallery-unseen">{ format!(": {}", props.name) }</span>
                </a>
            </div>
            { props.children.clone() }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExtremeProps {
    #[prop_or_default]
    pub(super) children: Html,
}

/// Extreme cases, such as endless words, and output for tests: hidden in the pictures of the components.
#[component]
pub(super) fn Extreme(props: &ExtremeProps) -> Html {
    html! { <div class="gallery-extreme">{ props.children.clone() }</div> }
}
