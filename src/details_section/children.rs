//! What a section can hold, one component each.

use livechat_protocol::{SafeUrl, section::ImageSize};
use yew::prelude::*;

/// The properties of [`SectionButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionButtonProps {
    /// What it says. Must not be empty.
    pub label: AttrValue,
    /// The id that reports a click. Give no other button of the extension's sections the same: a click would call the
    /// `onclick` of both.
    pub id: AttrValue,
    /// Called, in the extension, when the agent clicks the button in the host.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// Whether a click opens the extension as well.
    #[prop_or_default]
    pub open_app: Option<bool>,
    /// Whether the host draws it as the main thing to do.
    #[prop_or_default]
    pub primary: Option<bool>,
    /// Whether the host draws it as something else to do.
    #[prop_or_default]
    pub secondary: Option<bool>,
}

/// The properties of [`SectionLabel`].
#[derive(Clone, Default, PartialEq, Properties)]
pub struct SectionLabelProps {
    /// What the value is.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The value.
    #[prop_or_default]
    pub value: Option<AttrValue>,
    /// An icon beside it.
    #[prop_or_default]
    pub icon: Option<SafeUrl>,
    /// Where a click on the value leads.
    #[prop_or_default]
    pub url: Option<SafeUrl>,
}

/// The properties of [`SectionLink`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionLinkProps {
    /// Where it leads.
    pub url: SafeUrl,
    /// What it says; the URL without it.
    #[prop_or_default]
    pub value: Option<AttrValue>,
    /// Whether the link is part of the line.
    #[prop_or_default]
    pub inline: Option<bool>,
}

/// The properties of [`SectionTags`].
#[derive(Clone, PartialEq, Properties)]
pub struct SectionTagsProps {
    /// The tags, in order.
    pub tags: Vec<AttrValue>,
    /// What they are.
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
    /// A picture.
    #[prop_or_default]
    pub image: Option<SafeUrl>,
    /// How large the picture is; the host decides without it.
    #[prop_or_default]
    pub image_size: Option<ImageSize>,
    /// Where the title leads.
    #[prop_or_default]
    pub link: Option<SafeUrl>,
    /// The id that reports a click. It makes the title clickable, unless `clickable` says otherwise.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Whether the agent can click the title: by default, when it has an `id`.
    #[prop_or_default]
    pub clickable: Option<bool>,
    /// Called, in the extension, when the agent clicks the title in the host. Needs an `id`.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// Whether a click opens the extension as well.
    #[prop_or_default]
    pub open_app: Option<bool>,
}

/// The properties of [`SectionLine`]: none.
#[derive(Clone, PartialEq, Properties)]
pub struct SectionLineProps {}

/// The properties of [`SectionCustomer`]: none.
#[derive(Clone, PartialEq, Properties)]
pub struct SectionCustomerProps {}

/// Each is a component only so that `html!` takes it as a child; a section reads its properties, and never renders it.
macro_rules! section_children {
    ($($(#[$doc:meta])* $name:ident, $props:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// A child of [`DetailsSection`](crate::DetailsSection), whose page has an example; anywhere else it panics
        /// with a sentence that says so.
        #[component]
        pub fn $name(_: &$props) -> Html {
            panic!("`{0}` is outside a `DetailsSection`: make it a child of one", stringify!($name))
        }
    )+};
}

section_children! {
    /// A button, whose click in the host runs in the extension.
    SectionButton, SectionButtonProps;
    /// A label with a value.
    SectionLabel, SectionLabelProps;
    /// A line across.
    SectionLine, SectionLineProps;
    /// A link.
    SectionLink, SectionLinkProps;
    /// Tags.
    SectionTags, SectionTagsProps;
    /// A title, with more around it.
    SectionTitle, SectionTitleProps;
    /// The customer, as the host draws them.
    SectionCustomer, SectionCustomerProps;
}
