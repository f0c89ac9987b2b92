//! Why a host value could not be read.

/// Why a host value could not be read: which field, what it should have been and what it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} is {found}, expected {expected}", if .field.is_empty() { "the data" } else { .field })]
pub struct DecodeError {
    /// The path to the field, as `chat.preChatSurvey[2].answer`; empty for the value itself,
    /// and cut after [`limits::FIELD`](crate::limits::FIELD).
    pub field: String,
    /// What the field has to be.
    pub expected: &'static str,
    /// What the field was.
    pub found: &'static str,
}
