//! Reading through serde.

/// Gives a type that is read by [`Decode`] the same reading through serde, so that the two
/// cannot differ: what serde accepts is what the wire accepts.
macro_rules! deserialize_by_decode {
    ($($name:ty),+ $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                $crate::wire::decode(&value).map_err(serde::de::Error::custom)
            }
        }
    )+};
}
pub(crate) use deserialize_by_decode;
