//! The two wire formats.

/// Which wire format the two windows speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Driver {
    /// The default: a handshake, then numbered calls that are answered.
    #[default]
    Trusted,
    /// `?connection=plain`: bare messages, without acknowledgement.
    Plain,
}

impl Driver {
    /// The driver's name, as on screen and in the URL.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trusted => "trusted",
            Self::Plain => "plain",
        }
    }
}
