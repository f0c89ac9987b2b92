//! A charge that could not be registered.

use crate::wire::{Decode, DecodeError, Encode, Object, Payload, Reader};

/// Reports that the charge could not be registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterTransactionFailure {
    reason: String,
}

impl RegisterTransactionFailure {
    /// Creates the command with this reason.
    #[must_use]
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }

    /// What went wrong.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// An error as the other side decodes it. The SDK sends the `Error` that it throws.
struct Failure<'a>(&'a str);

impl Encode for Failure<'_> {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("message", self.0).build()
    }
}

impl Encode for RegisterTransactionFailure {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("error", &Failure(&self.reason)).build()
    }
}

impl Decode for RegisterTransactionFailure {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { reason: from.member("error")?.required("message")? })
    }
}
