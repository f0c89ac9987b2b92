//! The two wire formats.

use super::named::named;

/// The wire format between the two windows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Driver {
    /// The default: a handshake, then numbered calls that are answered.
    #[default]
    Trusted,
    /// `?connection=plain`: bare messages, without acknowledgement.
    Plain,
}

named!(Driver, "driver" { Trusted = "trusted", Plain = "plain" });
