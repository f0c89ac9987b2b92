//! A charge of the Billing API.

use serde_json::{Map, Value};

use crate::{
    values::invalid::{self, InvalidArgument, Problem},
    wire::{Decode, DecodeError, Encode, Kind, Payload, Reader, deserialize_by_decode, to_json},
};

/// What a charge is for: once, or again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// A direct charge: so many of something, once.
    Direct {
        /// How many.
        quantity: u32,
    },
    /// A recurrent charge: every so many months, after a trial.
    Recurrent {
        /// The billing cycle, in months.
        months: u32,
        /// How long the trial is, in days; the field may be missing.
        trial_days: Option<u32>,
    },
}

/// A charge that the extension's server has registered with the Billing API.
///
/// Fields that are not known here are kept, for the host gets the whole of it. A charge with `months` is a recurrent
/// one, as in the SDK.
#[derive(Clone, Debug, PartialEq)]
pub struct Charge {
    /// All of it, as the Billing API answered.
    whole: Map<String, Value>,
    name: String,
    price: f64,
    terms: Terms,
}

impl Charge {
    /// A direct charge of which nothing more is known; `price` is in the Billing API's unit, and for one.
    ///
    /// # Errors
    /// When the name is empty, the price is below zero or not finite, or the quantity is zero.
    pub fn direct(name: impl Into<String>, price: f64, quantity: u32) -> Result<Self, InvalidArgument> {
        Self::new(name.into(), price, Terms::Direct { quantity })
    }

    /// A recurrent charge of which nothing more is known; `price` is in the Billing API's unit, and for a month.
    ///
    /// # Errors
    /// When the name is empty, the price is below zero or not finite, or there are no months.
    pub fn recurrent(
        name: impl Into<String>,
        price: f64,
        months: u32,
        trial_days: u32,
    ) -> Result<Self, InvalidArgument> {
        Self::new(name.into(), price, Terms::Recurrent { months, trial_days: Some(trial_days) })
    }

    /// One more field of the Billing API's, as `id`, `per_account` or `test`.
    /// Name, price and terms stay what they are.
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

    /// The Billing API's id, where the charge has one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.whole.get("id").and_then(Value::as_str)
    }

    /// What is paid for.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What one, or one month, costs, in the Billing API's unit.
    #[must_use]
    pub fn price(&self) -> f64 {
        self.price
    }

    /// Once, or again and again.
    #[must_use]
    pub fn terms(&self) -> Terms {
        self.terms
    }

    /// A field that is passed on as it is; what is not there is `None`.
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

    /// `None` unless the host sent readable months or a readable quantity. Unreadable months do not make a direct charge.
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
