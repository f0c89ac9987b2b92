//! Commands without data.

/// Declares a command without data: `null` on the wire. A host ignores the data.
macro_rules! without_data {
    ($(#[$documentation:meta])* $name:ident) => {
        $(#[$documentation])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl $crate::wire::Encode for $name {
            fn encode<P: $crate::wire::Payload>(&self) -> P {
                P::null()
            }
        }

        impl $crate::wire::Decode for $name {
            fn decode<P: $crate::wire::Payload>(
                _: &$crate::wire::Reader<'_, P>,
            ) -> Result<Self, $crate::wire::DecodeError> {
                Ok(Self)
            }
        }
    };
}
pub(super) use without_data;
