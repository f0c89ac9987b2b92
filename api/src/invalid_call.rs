//! Invalid calls, found before anything is sent.

use std::fmt;

/// A call that LiveChat would refuse: the field, and what is allowed. It is not sent, because LiveChat bills refused
/// calls too.
///
/// ```
/// use livechat_api::{Call, ListArchives, Servers};
///
/// let error = ListArchives::new().with_limit(500).request(&Servers::default()).expect_err("too many");
/// assert_eq!(error.to_string(), "`limit` has to be from 1 to 100");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidCall {
    /// The field, such as `event.text`.
    pub field: &'static str,
    /// What is wrong with it, and what is allowed.
    pub problem: &'static str,
}

impl InvalidCall {
    /// Creates an error for a custom [`Call`](crate::Call). The problem continues the sentence that begins with the
    /// field: `is empty: pass the id of the chat`.
    #[must_use]
    pub const fn new(field: &'static str, problem: &'static str) -> Self {
        Self { field, problem }
    }
}

impl fmt::Display for InvalidCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`")?;
        f.write_str(self.field)?;
        f.write_str("` ")?;
        f.write_str(self.problem)
    }
}

impl std::error::Error for InvalidCall {}

/// Fails for empty text, or only white space.
pub(crate) fn not_empty(field: &'static str, text: &str) -> Result<(), InvalidCall> {
    if text.trim().is_empty() { Err(InvalidCall::new(field, "is empty: it needs text")) } else { Ok(()) }
}

/// Fails for a number above the maximum.
pub(crate) fn at_most(
    field: &'static str,
    count: usize,
    most: usize,
    problem: &'static str,
) -> Result<(), InvalidCall> {
    if count > most { Err(InvalidCall::new(field, problem)) } else { Ok(()) }
}
