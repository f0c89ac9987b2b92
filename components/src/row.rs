//! Items next to each other.

use yew::prelude::*;

use crate::layout::{Align, Gap, Justify};

/// The properties of [`Row`].
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// The space between the items, and between the lines.
    #[prop_or_default]
    pub gap: Gap,
    /// How lower items are aligned; centered unless set.
    #[prop_or(Align::Center)]
    pub align: Align,
    /// How items are distributed that do not fill the row.
    #[prop_or_default]
    pub justify: Justify,
    /// Whether items that do not fit wrap to another line. Without wrapping they become narrower.
    #[prop_or(true)]
    pub wrap: bool,
    /// Additional classes.
    #[prop_or_default]
    pub class: Classes,
    /// The items.
    #[prop_or_default]
    pub children: Html,
}

/// Arranges its items next to each other, with equal gaps. A field takes the space that the other items leave.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Align, Button, Row, TextField};
///
/// #[component]
/// fn Coupon() -> Html {
///     let code = use_state(String::new);
///     html! {
///         <Row align={Align::End}>
///             <TextField label="Coupon code" bind={&code} />
///             <Button>{ "Apply" }</Button>
///         </Row>
///     }
/// }
/// ```
#[component]
pub fn Row(props: &RowProps) -> Html {
    let class = classes!(
        "lc-row",
        props.gap.class(),
        props.align.class(),
        props.justify.class(),
        (!props.wrap).then_some("lc-no-wrap"),
        props.class.clone()
    );
    html! { <div {class}>{ props.children.clone() }</div> }
}
