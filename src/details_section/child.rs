//! Any of the components that a section can hold.

use livechat_protocol::{
    InvalidArgument,
    section::{Button, Component, Label, Link, Tags, Title},
};
use yew::{html::ImplicitClone, prelude::*, virtual_dom::VChild};

use super::children::{
    SectionButton, SectionCustomer, SectionLabel, SectionLine, SectionLink, SectionTags, SectionTitle,
};

/// Any of the components that a [`DetailsSection`](crate::DetailsSection) can hold.
///
/// A function may return some of them, for parts of a section that come and go:
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
    /// A line across.
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
    /// What the host is to draw.
    pub(super) fn component(&self) -> Result<Component, InvalidArgument> {
        Ok(match self {
            Self::Button(child) => {
                let props = &child.props;
                let mut button = Button::new(props.label.as_str(), props.id.as_str())?;
                button.open_app = props.open_app;
                button.primary = props.primary;
                button.secondary = props.secondary;
                button.into()
            }
            Self::Label(child) => {
                let props = &child.props;
                Label {
                    label: text(&props.label),
                    value: text(&props.value),
                    icon: props.icon.clone(),
                    url: props.url.clone(),
                }
                .into()
            }
            Self::Line(_) => Component::Line,
            Self::Link(child) => {
                let props = &child.props;
                let mut link = Link::to(props.url.clone());
                link.value = text(&props.value);
                link.inline = props.inline;
                link.into()
            }
            Self::Tags(child) => {
                let props = &child.props;
                Tags { label: text(&props.label), ..Tags::new(props.tags.iter().map(AttrValue::as_str)) }.into()
            }
            Self::Title(child) => {
                let props = &child.props;
                let mut title = Title::new(props.title.as_str())?;
                if let Some(id) = &props.id {
                    title = title.clickable(id.as_str())?;
                }
                title.clickable = props.clickable.or(title.clickable);
                title.value = text(&props.value);
                title.description = text(&props.description);
                title.image = props.image.clone();
                title.image_size = props.image_size;
                title.link = props.link.clone();
                title.open_app = props.open_app;
                title.into()
            }
            Self::Customer(_) => Component::Customer,
        })
    }

    /// What a click on the button of this id calls, if this is that button.
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

/// Each of the components is a child.
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
