//! Filters for the host's reports.

use crate::{
    values::{InvalidArgument, invalid},
    wire::{Decode, DecodeError, Encode, Kind, Payload, Reader},
};

/// The largest distance from 1970 that a JavaScript date can have, in milliseconds.
const FARTHEST: f64 = 8.64e15;

/// A value of [`ReportsFilters`].
#[derive(Clone, Debug, PartialEq)]
enum Filter {
    Text(String),
    Texts(Vec<String>),
    Number(f64),
    Numbers(Vec<f64>),
    Date(f64),
}

/// Filters for the host's reports: the data of `set_reports_filters`. According to the SDK's types, a map to text,
/// texts, numbers and dates. The available names have no public source.
///
/// ```
/// use livechat_protocol::ReportsFilters;
///
/// let filters = ReportsFilters::new()
///     .with_text("range", "week")?
///     .with_texts("agents", ["ann@example.com"])?
///     .with_date("from", 0.0)?;
/// # Ok::<(), livechat_protocol::InvalidArgument>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportsFilters(Vec<(String, Filter)>);

impl ReportsFilters {
    /// No filters yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a filter by a text.
    ///
    /// # Errors
    /// If the name is empty.
    pub fn with_text(self, name: impl Into<String>, text: impl Into<String>) -> Result<Self, InvalidArgument> {
        self.put(name, Filter::Text(text.into()))
    }

    /// Adds a filter by several texts.
    ///
    /// # Errors
    /// If the name is empty.
    pub fn with_texts(
        self,
        name: impl Into<String>,
        texts: impl IntoIterator<Item = impl Into<String>>,
    ) -> Result<Self, InvalidArgument> {
        self.put(name, Filter::Texts(texts.into_iter().map(Into::into).collect()))
    }

    /// Adds a filter by a number.
    ///
    /// # Errors
    /// If the name is empty, or the number is not finite.
    pub fn with_number(self, name: impl Into<String>, number: impl Into<f64>) -> Result<Self, InvalidArgument> {
        let number = finite(number.into())?;
        self.put(name, Filter::Number(number))
    }

    /// Adds a filter by several numbers.
    ///
    /// # Errors
    /// If the name is empty, or a number is not finite.
    pub fn with_numbers(
        self,
        name: impl Into<String>,
        numbers: impl IntoIterator<Item = impl Into<f64>>,
    ) -> Result<Self, InvalidArgument> {
        let numbers = numbers.into_iter().map(|number| finite(number.into())).collect::<Result<_, _>>()?;
        self.put(name, Filter::Numbers(numbers))
    }

    /// Adds a filter by a moment, in milliseconds since 1970, like JavaScript dates. It is sent as such a date.
    ///
    /// # Errors
    /// If the name is empty, or JavaScript cannot represent the moment.
    pub fn with_date(self, name: impl Into<String>, milliseconds: f64) -> Result<Self, InvalidArgument> {
        let range = "within 8.64e15 milliseconds of 1970";
        let date = invalid::number("filter.value", milliseconds, range, |date| date.abs() <= FARTHEST)?;
        self.put(name, Filter::Date(date))
    }

    fn put(mut self, name: impl Into<String>, filter: Filter) -> Result<Self, InvalidArgument> {
        let name = invalid::text("filter.name", name)?;
        self.0.retain(|(present, _)| *present != name);
        self.0.push((name, filter));
        Ok(self)
    }
}

fn finite(number: f64) -> Result<f64, InvalidArgument> {
    invalid::number("filter.value", number, "a finite number", |_| true)
}

impl Encode for Filter {
    fn encode<P: Payload>(&self) -> P {
        match self {
            Self::Text(text) => text.encode(),
            Self::Texts(texts) => texts.encode(),
            Self::Number(number) => number.encode(),
            Self::Numbers(numbers) => numbers.encode(),
            Self::Date(milliseconds) => P::date(*milliseconds),
        }
    }
}

impl Encode for ReportsFilters {
    fn encode<P: Payload>(&self) -> P {
        P::object(self.0.iter().map(|(name, filter)| (name.as_str(), filter.encode())).collect())
    }
}

impl Decode for Filter {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        match from.kind() {
            Kind::Text => from.text().map(Self::Text),
            Kind::Number => from.number().map(Self::Number),
            // Text is the only form of a date that every host value has.
            Kind::Date => Ok(Self::Text(from.value().as_date().unwrap_or_default())),
            Kind::List => {
                let numbers = from.items(|item| item.number());
                numbers.map(Self::Numbers).or_else(|_| from.items(|item| item.text()).map(Self::Texts))
            }
            _ => Err(from.error("text, a number, a date, or a list of texts or numbers")),
        }
    }
}

impl Decode for ReportsFilters {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.members(|name, value| Ok((name.to_owned(), Filter::decode(value)?))).map(Self)
    }
}
