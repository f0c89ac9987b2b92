//! The components that a section can contain.

use livechat_protocol::{SafeUrl, section::ImageSize};
use yew::prelude::*;

/// The properties of [`SectionButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionButtonProps {
    /// The text. Must not be empty.
    pub label: AttrValue,
    /// The id that reports a click. Ids must be unique among the buttons of the extension's sections: a click calls
    /// the `onclick` of every button with that id.
    pub id: AttrValue,
    /// Called in the extension when the agent clicks the button in the host.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// Whether a click also opens the extension.
    #[prop_or_default]
    pub open_app: Option<bool>,
    /// Whether the host shows it as the primary action.
    #[prop_or_default]
    pub primary: Option<bool>,
    /// Whether the host shows it as a secondary action.
    #[prop_or_default]
    pub secondary: Option<bool>,
}

/// The properties of [`SectionLabel`].
#[derive(Clone, Default, PartialEq, Properties)]
pub struct SectionLabelProps {
    /// The name of the value.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The value.
    #[prop_or_default]
    pub value: Option<AttrValue>,
    /// An icon next to it.
    #[prop_or_default]
    pub icon: Option<SafeUrl>,
    /// The link that a click on the value opens.
    #[prop_or_default]
    pub url: Option<SafeUrl>,
}

/// The properties of [`SectionLink`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionLinkProps {
    /// The URL that it opens.
    pub url: SafeUrl,
    /// The text; the URL unless set.
    #[prop_or_default]
    pub value: Option<AttrValue>,
    /// Whether the link is inline.
    #[prop_or_default]
    pub inline: Option<bool>,
}

/// The properties of [`SectionTags`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionTagsProps {
    /// The tags, in order.
    pub tags: Vec<AttrValue>,
    /// The name of the tags.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// The properties of [`SectionTitle`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionTitleProps {
    /// The title. Must not be empty.
    pub title: AttrValue,
    /// The text beside the title.
    #[prop_or_default]
    pub value: Option<AttrValue>,
    /// The text below the title.
    #[prop_or_default]
    pub description: Option<AttrValue>,
    /// An image.
    #[prop_or_default]
    pub image: Option<SafeUrl>,
    /// The size of the image; the host decides unless set.
    #[prop_or_default]
    pub image_size: Option<ImageSize>,
    /// The URL that the title opens.
    #[prop_or_default]
    pub link: Option<SafeUrl>,
    /// The id that reports a click. Makes the title clickable, unless `clickable` is set.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Whether the agent can click the title; by default, if it has an `id`.
    #[prop_or_default]
    pub clickable: Option<bool>,
    /// Called in the extension when the agent clicks the title in the host. Needs an `id`.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// Whether a click also opens the extension.
    #[prop_or_default]
    pub open_app: Option<bool>,
}

/// The properties of [`SectionLine`]: none.
#[derive(Clone, PartialEq, Properties)]
pub struct SectionLineProps {}

/// The properties of [`SectionCustomer`]: none.
#[derive(Clone, PartialEq, Properties)]
pub struct SectionCustomerProps {}

/// Components only so that `html!` accepts them as children: a section reads their properties and never renders them.
macro_rules! section_children {
    ($($(#[$doc:meta])* $name:ident, $props:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// Use it as a child of [`DetailsSection`](crate::DetailsSection), which has an example; anywhere else it
        /// panics.
        #[component]
        pub fn $name(_: &$props) -> Html {
            panic!("`{0}` is outside a `DetailsSection`: make it a child of one", stringify!($name))
        }
    )+};
}

section_children! {
    /// A button. A click in the host runs its `onclick` in the extension.
    SectionButton, SectionButtonProps;
    /// A label with a value.
    SectionLabel, SectionLabelProps;
    /// A horizontal line.
    SectionLine, SectionLineProps;
    /// A link.
    SectionLink, SectionLinkProps;
    /// Tags.
    SectionTags, SectionTagsProps;
    /// A title, with optional value, description, image and link.
    SectionTitle, SectionTitleProps;
    /// The customer, as the host renders them.
    SectionCustomer, SectionCustomerProps;
}
