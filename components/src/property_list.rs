//! Labels with values.

use yew::prelude::*;

/// The properties of [`PropertyList`].
#[derive(Clone, PartialEq, Properties)]
pub struct PropertyListProps {
    /// The [`Property`]s.
    #[prop_or_default]
    pub children: Html,
}

/// The properties of [`Property`].
#[derive(Clone, PartialEq, Properties)]
pub struct PropertyProps {
    /// The name of the value.
    pub label: AttrValue,
    /// The value as text, if there are no children.
    #[prop_or_default]
    pub value: AttrValue,
    /// The value as any content.
    #[prop_or_default]
    pub children: Html,
}

/// A list of labels and values. Long values wrap, and each value is written in the direction of its own script.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Property, PropertyList, Tag};
///
/// #[component]
/// fn Order() -> Html {
///     html! {
///         <PropertyList>
///             <Property label="Number" value="A-1024" />
///             <Property label="State"><Tag>{ "shipped" }</Tag></Property>
///         </PropertyList>
///     }
/// }
/// ```
#[component]
pub fn PropertyList(props: &PropertyListProps) -> Html {
    html! { <dl class="lc-property-list">{ props.children.clone() }</dl> }
}

/// One label with its value, in a [`PropertyList`].
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Property, PropertyList};
///
/// #[component]
/// fn Place() -> Html {
///     html! { <PropertyList><Property label="City">{ "Wrocław" }</Property></PropertyList> }
/// }
/// ```
#[component]
pub fn Property(props: &PropertyProps) -> Html {
    html! {
        <div class="lc-property">
            <dt dir="auto">{ &props.label }</dt>
            <dd dir="auto">{ &props.value }{ props.children.clone() }</dd>
        </div>
    }
}
