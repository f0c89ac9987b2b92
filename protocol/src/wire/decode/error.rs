//! Why a host value could not be decoded.

/// Why a host value could not be decoded: the field, what was expected, and what was found.
// One pointer: nearly every function of the decoder returns it, and would otherwise copy seven words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} is {}, expected {}", if .0.field.is_empty() { "the data" } else { &.0.field }, .0.found, .0.expected)]
pub struct DecodeError(Box<Mismatch>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Mismatch {
    field: String,
    expected: &'static str,
    found: &'static str,
}

impl DecodeError {
    pub(super) fn new(field: String, expected: &'static str, found: &'static str) -> Self {
        Self(Box::new(Mismatch { field, expected, found }))
    }

    /// The path to the field, such as `chat.preChatSurvey[2].answer`. It is empty for the value itself, and cut after
    /// [`limits::FIELD`](crate::limits::FIELD).
    #[must_use]
    pub fn field(&self) -> &str {
        &self.0.field
    }

    /// The same error, for a value that is itself a field: `name` in `items[2]` is `items[2].name`.
    #[must_use]
    pub fn within(mut self, outer: &str) -> Self {
        let field = std::mem::replace(&mut self.0.field, outer.to_owned());
        if !field.is_empty() && !field.starts_with('[') {
            self.0.field.push('.');
        }
        self.0.field.push_str(&field);
        self
    }

    /// What was expected.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        self.0.expected
    }

    /// What was found.
    #[must_use]
    pub fn found(&self) -> &'static str {
        self.0.found
    }
}
