//! A charge of the Billing API.

use serde_json::{Map, Value};

use crate::{
    values::invalid::{self, InvalidArgument, Problem},
    wire::{Decode, DecodeError, Encode, Kind, Payload, Reader, deserialize_by_decode, to_json},
};

/// The terms of a charge: one-time or recurrent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// A direct charge: a quantity of items, once.
    Direct {
        /// The quantity.
        quantity: u32,
    },
    /// A recurrent charge: every given number of months, after a trial.
    Recurrent {
        /// The billing cycle, in months.
        months: u32,
        /// The length of the trial in days, if there is one.
        trial_days: Option<u32>,
    },
}

/// A charge that the extension's server has registered with the Billing API.
///
/// Unknown fields are retained, because the host receives the whole charge. As in the SDK, a charge with `months` is
/// recurrent.
#[derive(Clone, Debug, PartialEq)]
pub struct Charge {
    /// All fields, as the Billing API returned them.
    whole: Map<String, Value>,
    name: String,
    price: f64,
    terms: Terms,
}

impl Charge {
    /// Creates a direct charge with only these fields; `price` is per item, in the Billing API's unit.
    ///
    /// # Errors
    /// If the name is empty, the price is negative or not finite, or the quantity is zero.
    pub fn direct(name: impl Into<String>, price: f64, quantity: u32) -> Result<Self, InvalidArgument> {
        Self::new(name.into(), price, Terms::Direct { quantity })
    }

    /// Creates a recurrent charge with only these fields; `price` is per month, in the Billing API's unit.
    ///
    /// # Errors
    /// If the name is empty, the price is negative or not finite, or `months` is zero.
    pub fn recurrent(
        name: impl Into<String>,
        price: f64,
        months: u32,
        trial_days: u32,
    ) -> Result<Self, InvalidArgument> {
        Self::new(name.into(), price, Terms::Recurrent { months, trial_days: Some(trial_days) })
    }

    /// Adds a field of the Billing API, such as `id`, `per_account` or `test`. Name, price and terms do not change.
    #[must_use]
    pub fn with_field(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        let name = name.into();
        if !["name", "price", "quantity", "months", "trial_days"].contains(&&*name) {
            self.whole.insert(name, value.into());
        }
        self
    }

    fn new(name: String, price: f64, terms: Terms) -> Result<Self, InvalidArgument> {
        let mut whole = Map::new();
        whole.insert("name".to_owned(), name.clone().into());
        whole.insert("price".to_owned(), Payload::number(price));
        match terms {
            Terms::Direct { quantity } => {
                whole.insert("quantity".to_owned(), quantity.into());
            }
            Terms::Recurrent { months, trial_days } => {
                whole.insert("months".to_owned(), months.into());
                whole.extend(trial_days.map(|days| ("trial_days".to_owned(), days.into())));
            }
        }
        Self::checked(whole, name, price, terms)
    }

    fn checked(whole: Map<String, Value>, name: String, price: f64, terms: Terms) -> Result<Self, InvalidArgument> {
        let name = invalid::text("charge.name", name)?;
        let price = invalid::number("charge.price", price, "0 or more", |price| price >= 0.0)?;
        let (field, count) = match terms {
            Terms::Direct { quantity } => ("charge.quantity", quantity),
            Terms::Recurrent { months, .. } => ("charge.months", months),
        };
        if count == 0 {
            let problem = Problem::OutOfRange { found: "0".to_owned(), range: "1 or more" };
            return Err(InvalidArgument::new(field, problem));
        }
        Ok(Self { whole, name, price, terms })
    }

    /// The Billing API's id, if the charge has one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.whole.get("id").and_then(Value::as_str)
    }

    /// The name of the charge.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The price of one item, or of one month, in the Billing API's unit.
    #[must_use]
    pub fn price(&self) -> f64 {
        self.price
    }

    /// One-time or recurrent.
    #[must_use]
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// A field that is passed on unchanged; `None` if it is missing.
    pub(super) fn bool(&self, name: &str) -> Option<bool> {
        self.whole.get(name).and_then(Value::as_bool)
    }
}

impl Encode for Charge {
    fn encode<P: Payload>(&self) -> P {
        self.whole.encode()
    }
}

impl Terms {
    pub(super) fn read<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(match from.optional("months")? {
            Some(months) => Self::Recurrent { months, trial_days: from.optional("trial_days")? },
            None => Self::Direct { quantity: from.required("quantity")? },
        })
    }

    /// `None` unless the host sent readable months or a readable quantity. Unreadable months do not make a direct
    /// charge.
    pub(super) fn read_leniently<P: Payload>(from: &Reader<'_, P>) -> Option<Self> {
        let recurrent = from.member("months").is_ok_and(|months| months.kind() != Kind::Nothing);
        if recurrent {
            let months = from.lenient("months")?;
            Some(Self::Recurrent { months, trial_days: from.lenient("trial_days") })
        } else {
            from.lenient("quantity").map(|quantity| Self::Direct { quantity })
        }
    }
}

impl Decode for Charge {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let Value::Object(whole) = to_json(from.value())? else { return Err(from.error("an object")) };
        let price = from.member("price")?;
        if price.kind() != Kind::Number {
            return Err(price.error("a number"));
        }
        Self::checked(whole, from.required("name")?, price.number()?, Terms::read(from)?).map_err(|_| {
            from.error("a charge with a name, a price of 0 or more, and a quantity or months of 1 or more")
        })
    }
}

deserialize_by_decode!(Charge);
