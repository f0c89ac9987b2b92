//! Records the conversation, with the feature `recorder` and if the extension enables it.

#[cfg(not(feature = "recorder"))]
mod nothing;
#[cfg(feature = "recorder")]
mod recording;

#[cfg(not(feature = "recorder"))]
pub(crate) use self::nothing::Capture;
#[cfg(feature = "recorder")]
pub(crate) use self::recording::Capture;
