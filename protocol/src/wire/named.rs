//! Enums whose values are names.

/// A name that is not one of the known ones.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not a {kind}: use {}", .names.join(", "))]
pub struct UnknownName {
    kind: &'static str,
    name: String,
    names: &'static [&'static str],
}

impl UnknownName {
    pub(crate) fn new(kind: &'static str, name: &str, names: &'static [&'static str]) -> Self {
        Self { kind, name: name.to_owned(), names }
    }
}

/// Gives an enum the names of its variants: `as_str`, `Display`, `FromStr`, the wire and serde. A variant is encoded
/// as its first name and decoded from all of them.
macro_rules! named {
    ($type:ident, $kind:literal { $($variant:ident = $name:literal $(| $alias:literal)*),+ $(,)? }) => {
        impl $type {
            /// The name, as on the wire, in addresses and in files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name $(| $alias)* => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                Self::from_name(name).ok_or_else(|| $crate::UnknownName::new($kind, name, &[$($name),+]))
            }
        }

        impl $crate::wire::Encode for $type {
            fn encode<P: $crate::wire::Payload>(&self) -> P {
                P::text(self.as_str())
            }
        }

        impl $crate::wire::Decode for $type {
            fn decode<P: $crate::wire::Payload>(
                from: &$crate::wire::Reader<'_, P>,
            ) -> Result<Self, $crate::wire::DecodeError> {
                Self::from_name(&from.text()?)
                    .ok_or_else(|| from.error($crate::wire::one_of!($($name),+)))
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                name.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use named;

/// "`a` or `b`".
macro_rules! one_of {
    ($first:literal $(, $name:literal)*) => {
        concat!("`", $first, "`" $(, " or `", $name, "`")*)
    };
}
pub(crate) use one_of;
