//! What is recorded of a conversation: everything with the feature `recorder`, where the extension wants it, and otherwise
//! nothing.

#[cfg(not(feature = "recorder"))]
mod nothing;
#[cfg(feature = "recorder")]
mod recording;

#[cfg(not(feature = "recorder"))]
pub(crate) use self::nothing::Capture;
#[cfg(feature = "recorder")]
pub(crate) use self::recording::Capture;
