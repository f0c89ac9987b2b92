//! From typed values to host values.

use super::payload::Payload;

/// A type that can be written as a host value: the counterpart of [`Decode`](crate::Decode).
pub trait Encode {
    /// Writes the value.
    #[must_use]
    fn encode<P: Payload>(&self) -> P;
}

impl Encode for str {
    fn encode<P: Payload>(&self) -> P {
        P::text(self)
    }
}

impl Encode for String {
    fn encode<P: Payload>(&self) -> P {
        P::text(self)
    }
}

impl Encode for bool {
    fn encode<P: Payload>(&self) -> P {
        P::bool(*self)
    }
}

impl Encode for f64 {
    fn encode<P: Payload>(&self) -> P {
        P::number(*self)
    }
}

impl Encode for u32 {
    fn encode<P: Payload>(&self) -> P {
        P::number(f64::from(*self))
    }
}

/// `None` is `null`.
impl<T: Encode> Encode for Option<T> {
    fn encode<P: Payload>(&self) -> P {
        self.as_ref().map_or_else(P::null, T::encode)
    }
}

impl<T: Encode> Encode for [T] {
    fn encode<P: Payload>(&self) -> P {
        P::list(self.iter().map(T::encode).collect())
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode<P: Payload>(&self) -> P {
        self.as_slice().encode()
    }
}

/// An object under construction; missing values are left out.
pub(crate) struct Object<P>(Vec<(&'static str, P)>);

impl<P: Payload> Object<P> {
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn with(mut self, name: &'static str, value: &(impl Encode + ?Sized)) -> Self {
        self.0.push((name, value.encode()));
        self
    }

    pub(crate) fn maybe(self, name: &'static str, value: &Option<impl Encode>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// A member that is always `null`.
    pub(crate) fn null(mut self, name: &'static str) -> Self {
        self.0.push((name, P::null()));
        self
    }

    pub(crate) fn build(self) -> P {
        P::object(self.0)
    }
}
