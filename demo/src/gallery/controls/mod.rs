//! A component with a control for each of its props, and the code for the current state: `/gallery?component=Button`.

mod choice;
mod code;
mod components;
mod control;
mod page;
mod tested;

pub(super) use self::page::{Controls, address, named};

/// What a component's controls show.
#[derive(Clone, PartialEq, yew::Properties)]
struct TestedProps {
    /// The component in its current state.
    shown: yew::Html,
    /// The controls.
    controls: yew::Html,
    /// The code for this state.
    code: String,
}
