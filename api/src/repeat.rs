//! Whether a call may be made again.

/// Whether a call may be made again when it is not known whether the first was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Making it twice does no more than making it once: it only reads, or it writes the same value again.
    Freely,
    /// Only after LiveChat refused it, for then it was not carried out.
    AfterRefusal,
}
