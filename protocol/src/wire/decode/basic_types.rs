//! Decoding texts, booleans, numbers and lists.

use super::{
    error::DecodeError,
    reader::{Decode, Reader},
};
use crate::wire::payload::{Kind, Payload};

/// Like [`Reader::natural_text`]: hosts also send numbers and booleans where text is expected.
impl Decode for String {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.natural_text()
    }
}

impl Decode for bool {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.bool()
    }
}

impl Decode for f64 {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.number()
    }
}

impl Decode for u32 {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let number = from.integer().ok().and_then(|number| Self::try_from(number).ok());
        number.ok_or_else(|| from.error("a whole number from 0 to 4294967295"))
    }
}

/// `null` and `undefined` are `None`.
impl<T: Decode> Decode for Option<T> {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        if from.kind() == Kind::Nothing { Ok(None) } else { T::decode(from).map(Some) }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.items(T::decode)
    }
}

/// Text that hosts also send as a list of texts: decoded as one text, the items joined with commas.
#[derive(Default)]
pub(crate) struct JoinedText(pub(crate) String);

impl Decode for JoinedText {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        if from.kind() == Kind::List {
            return from.lenient_items(|item| item.natural_text()).map(|items| Self(items.join(", ")));
        }
        from.natural_text().map(Self)
    }
}

/// A list whose unreadable items are skipped, for the fields of events.
pub(crate) struct Lenient<T>(pub(crate) Vec<T>);

impl<T: Decode> Decode for Lenient<T> {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.lenient_items(T::decode).map(Self)
    }
}
