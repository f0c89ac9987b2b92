//! Items below each other.

use yew::prelude::*;

use crate::layout::{Align, Gap};

/// The properties of [`Stack`].
#[derive(Clone, PartialEq, Properties)]
pub struct StackProps {
    /// The space between the items.
    #[prop_or_default]
    pub gap: Gap,
    /// How narrower items are aligned; they fill the width of the stack unless set.
    #[prop_or(Align::Stretch)]
    pub align: Align,
    /// Additional classes.
    #[prop_or_default]
    pub class: Classes,
    /// The items.
    #[prop_or_default]
    pub children: Html,
}

/// Arranges its items below each other, with equal gaps.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Button, Gap, Stack, TextArea};
///
/// #[component]
/// fn NoteForm() -> Html {
///     let note = use_state(String::new);
///     html! {
///         <Stack gap={Gap::Large}>
///             <TextArea label="Note" bind={&note} />
///             <Button>{ "Save" }</Button>
///         </Stack>
///     }
/// }
/// ```
#[component]
pub fn Stack(props: &StackProps) -> Html {
    let class = classes!("lc-stack", props.gap.class(), props.align.class(), props.class.clone());
    html! { <div {class}>{ props.children.clone() }</div> }
}
