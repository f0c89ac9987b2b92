//! Parts beside each other.

use yew::prelude::*;

use crate::layout::{Align, Gap, Justify};

/// The properties of [`Row`].
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// The space between the parts, and between the lines.
    #[prop_or_default]
    pub gap: Gap,
    /// Where the parts are that are lower than the row; in the middle unless set.
    #[prop_or(Align::Center)]
    pub align: Align,
    /// Where the parts are that do not fill the row.
    #[prop_or_default]
    pub justify: Justify,
    /// Whether parts that do not fit go on in another line. Without it they become narrower.
    #[prop_or(true)]
    pub wrap: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// The parts.
    #[prop_or_default]
    pub children: Html,
}

/// Arranges its parts beside each other, with the same gap between all of them. A field among them takes the space that the
/// others leave.
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
