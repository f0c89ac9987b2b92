//! A component of a section.

use super::{button::Button, label::Label, link::Link, tags::Tags, title::Title};
use crate::wire::{Decode, DecodeError, Encode, Object, Payload, Reader};

/// A component of a section: `{type, data}` on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Component {
    /// A button. The host reports its clicks to the extension.
    Button(Button),
    /// A label with a value.
    Label(Label),
    /// A horizontal line.
    Line,
    /// A link.
    Link(Link),
    /// A title, with optional details.
    Title(Title),
    /// The customer, as the host renders them.
    Customer,
    /// Tags.
    Tags(Tags),
}

impl Component {
    /// The type on the wire.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Button(_) => "button",
            Self::Label(_) => "label_value",
            Self::Line => "line",
            Self::Link(_) => "link",
            Self::Title(_) => "title",
            Self::Customer => "customer",
            Self::Tags(_) => "tags",
        }
    }

    /// The id that reports a click, if the component has one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Button(button) => Some(button.id()),
            Self::Title(title) => title.id(),
            Self::Label(_) | Self::Line | Self::Link(_) | Self::Customer | Self::Tags(_) => None,
        }
    }
}

impl Encode for Component {
    fn encode<P: Payload>(&self) -> P {
        let component = Object::new().with("type", self.kind());
        match self {
            Self::Button(data) => component.with("data", data),
            Self::Label(data) => component.with("data", data),
            Self::Link(data) => component.with("data", data),
            Self::Title(data) => component.with("data", data),
            Self::Tags(data) => component.with("data", data),
            Self::Line | Self::Customer => component,
        }
        .build()
    }
}

impl Decode for Component {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let kind = from.member("type")?;
        match kind.text()?.as_str() {
            "button" => from.required("data").map(Self::Button),
            "label_value" => from.required("data").map(Self::Label),
            "line" => Ok(Self::Line),
            "link" => from.required("data").map(Self::Link),
            "title" => from.required("data").map(Self::Title),
            "customer" => Ok(Self::Customer),
            "tags" => from.required("data").map(Self::Tags),
            _ => Err(kind.error("`button`, `label_value`, `line`, `link`, `title`, `customer` or `tags`")),
        }
    }
}

/// Converts each type of data into a component.
macro_rules! component_from {
    ($($name:ident),+) => {$(
        impl From<$name> for Component {
            fn from(data: $name) -> Self {
                Self::$name(data)
            }
        }
    )+};
}

component_from!(Button, Label, Link, Tags, Title);
