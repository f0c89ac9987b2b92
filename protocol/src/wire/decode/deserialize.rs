//! Deserializing with serde.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;

use super::reader::{Decode, decode};
use crate::wire::borrowed::Borrowed;

/// Deserializes a type with serde as it is decoded from the wire.
#[doc(hidden)]
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    decode(&Borrowed::new(&value)).map_err(D::Error::custom)
}

/// Implements serde's `Deserialize` with [`Decode`], so that both accept the same data.
///
/// The crates of this workspace use it; it is not part of the public API.
#[macro_export]
#[doc(hidden)]
macro_rules! deserialize_by_decode {
    ($($name:ty),+ $(,)?) => {$(
        impl<'de> $crate::private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::private::deserialize(deserializer)
            }
        }
    )+};
}
pub(crate) use deserialize_by_decode;
