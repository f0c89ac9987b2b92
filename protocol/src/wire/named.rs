//! Values that are names: `as_str`, `Display` and `FromStr` of all of them.

/// A name that is not one of those that there are.
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

/// Gives an enum the names of its variants.
macro_rules! named {
    ($type:ident, $kind:literal { $($variant:ident = $name:literal),+ $(,)? }) => {
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
                    $($name => Some(Self::$variant),)+
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
    };
}
pub(crate) use named;
