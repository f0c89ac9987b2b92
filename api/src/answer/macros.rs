//! What the types of answers have in common.

/// Gives a type that is read by [`Decode`](livechat_protocol::Decode) the same reading through serde, so that the two cannot
/// differ.
macro_rules! deserialize_by_decode {
    ($($name:ty),+ $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                livechat_protocol::decode(&$crate::answer::Borrowed::new(&value)).map_err(serde::de::Error::custom)
            }
        }
    )+};
}
pub(crate) use deserialize_by_decode;

/// Declares an enum of the known texts, and `Other` for those that this version does not know.
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

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl livechat_protocol::Decode for $name {
            fn decode<P: livechat_protocol::Payload>(
                from: &livechat_protocol::Reader<'_, P>,
            ) -> Result<Self, livechat_protocol::DecodeError> {
                from.natural_text().map(Self::from)
            }
        }

        $crate::answer::deserialize_by_decode!($name);
    };
}
pub(crate) use open_enum;
