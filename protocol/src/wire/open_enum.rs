//! Texts with known values, where hosts may send others.

/// Declares an enum of the known values, each with its text on the wire, and `Other` for values that this version
/// does not know. It is decoded leniently, like every text, and encoded unchanged.
///
/// The crates of this workspace use it; it is not part of the public API.
#[macro_export]
#[doc(hidden)]
macro_rules! open_enum {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $($(#[$documentation:meta])* $variant:ident = $text:literal,)+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$documentation])* $variant,)+
            /// A value that this version does not know.
            Other(String),
        }

        impl $name {
            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($text => Self::$variant,)+
                    _ => Self::Other(text),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::private::serde::Serialize for $name {
            fn serialize<S: $crate::private::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::Decode for $name {
            fn decode<P: $crate::Payload>(from: &$crate::Reader<'_, P>) -> Result<Self, $crate::DecodeError> {
                from.natural_text().map(Self::from)
            }
        }

        $crate::deserialize_by_decode!($name);
    };
}
pub(crate) use open_enum;
