//! Whether a call may be repeated.

/// Whether a call may be repeated if the first attempt may have been carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Repeating it has no further effect: it only reads, or it writes the same value again.
    Freely,
    /// Only after LiveChat refused it, because it was then not carried out.
    AfterRefusal,
}
