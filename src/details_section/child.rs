//! The components that a section can contain.

use livechat_protocol::{
    InvalidArgument,
    section::{Button, Component, Label, Link, Tags, Title},
};
use yew::{html::ImplicitClone, prelude::*, virtual_dom::VChild};

use super::{
    children::{SectionButton, SectionCustomer, SectionLabel, SectionLine, SectionLink, SectionTags, SectionTitle},
    optional::{try_with, with},
};

/// Any component that a [`DetailsSection`](crate::DetailsSection) can contain.
///
/// A function can return a list of them, for optional parts of a section:
///
/// ```
/// use yew::{html_nested, prelude::*};
/// use yew_livechat::prelude::*;
///
/// fn orders(numbers: &[AttrValue]) -> Vec<SectionChild> {
///     numbers.iter().map(|number| html_nested! { <SectionLabel label="Order" value={number} /> }.into()).collect()
/// }
/// ```
#[derive(Clone, PartialEq)]
pub enum SectionChild {
    /// A button.
    Button(VChild<SectionButton>),
    /// A label with a value.
    Label(VChild<SectionLabel>),
    /// A horizontal line.
    Line(VChild<SectionLine>),
    /// A link.
    Link(VChild<SectionLink>),
    /// Tags.
    Tags(VChild<SectionTags>),
    /// A title.
    Title(VChild<SectionTitle>),
    /// The customer.
    Customer(VChild<SectionCustomer>),
}

impl SectionChild {
    /// The component as data.
    pub(super) fn component(&self) -> Result<Component, InvalidArgument> {
        Ok(match self {
            Self::Button(child) => {
                let props = &child.props;
                let button = Button::new(props.label.as_str(), props.id.as_str())?;
                let button = with(button, props.open_app, Button::with_open_app);
                let button = with(button, props.primary, Button::with_primary);
                with(button, props.secondary, Button::with_secondary).into()
            }
            Self::Label(child) => {
                let props = &child.props;
                let label = with(Label::default(), text(&props.label), Label::with_label);
                let label = with(label, text(&props.value), Label::with_value);
                let label = try_with(label, props.icon.as_ref(), Label::with_icon)?;
                try_with(label, props.url.as_ref(), Label::with_url)?.into()
            }
            Self::Line(_) => Component::Line,
            Self::Link(child) => {
                let props = &child.props;
                let link = with(Link::to(props.url.clone()), text(&props.value), Link::with_value);
                with(link, props.inline, Link::with_inline).into()
            }
            Self::Tags(child) => {
                let props = &child.props;
                let tags = Tags::new(props.tags.iter().map(AttrValue::as_str));
                with(tags, text(&props.label), Tags::with_label).into()
            }
            Self::Title(child) => {
                let props = &child.props;
                let title = Title::new(props.title.as_str())?;
                let title = try_with(title, text(&props.id), Title::with_id)?;
                // A title with an id is meant to be clicked.
                let clickable = props.clickable.or(props.id.is_some().then_some(true));
                let title = with(title, clickable, Title::with_clickable);
                let title = with(title, text(&props.value), Title::with_value);
                let title = with(title, text(&props.description), Title::with_description);
                let title = try_with(title, props.image.as_ref(), Title::with_image)?;
                let title = with(title, props.image_size, Title::with_image_size);
                let title = try_with(title, props.link.as_ref(), Title::with_link)?;
                with(title, props.open_app, Title::with_open_app).into()
            }
            Self::Customer(_) => Component::Customer,
        })
    }

    /// The `onclick` of the button with this id, if this is that button.
    pub(super) fn onclick(&self, id: &str) -> Option<&Callback<()>> {
        match self {
            Self::Button(child) => (child.props.id == id).then_some(&child.props.onclick),
            Self::Title(child) => child.props.id.as_ref().is_some_and(|own| own == id).then_some(&child.props.onclick),
            Self::Label(_) | Self::Line(_) | Self::Link(_) | Self::Tags(_) | Self::Customer(_) => None,
        }
    }
}

fn text(text: &Option<AttrValue>) -> Option<String> {
    text.as_ref().map(|text| text.as_str().to_owned())
}

impl ImplicitClone for SectionChild {}

/// Converts each component into a child.
macro_rules! child_from {
    ($($variant:ident($component:ident)),+ $(,)?) => {
        $(
            impl From<VChild<$component>> for SectionChild {
                fn from(child: VChild<$component>) -> Self {
                    Self::$variant(child)
                }
            }
        )+

        impl From<SectionChild> for Html {
            fn from(child: SectionChild) -> Self {
                match child {
                    $(SectionChild::$variant(child) => child.into(),)+
                }
            }
        }
    };
}

child_from!(
    Button(SectionButton),
    Customer(SectionCustomer),
    Label(SectionLabel),
    Line(SectionLine),
    Link(SectionLink),
    Tags(SectionTags),
    Title(SectionTitle),
);
