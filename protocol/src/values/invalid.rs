//! Invalid arguments, found before anything is sent.

use super::safe_url::{SafeUrl, UnsafeUrl};

/// Why an argument is invalid: the field, the problem, and what is allowed.
///
/// ```
/// use livechat_protocol::section::{Button, Section};
///
/// let error = Button::new("", "open").expect_err("a button needs a label");
/// assert_eq!(error.to_string(), "`button.label` is empty: it needs text");
/// let error = Section::new("Orders", []).expect_err("a section needs components");
/// assert_eq!(error.to_string(), "`section.components` has 0 items: it takes at least 1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{field}` {problem}")]
#[non_exhaustive]
pub struct InvalidArgument {
    /// The field, such as `button.label`.
    pub field: &'static str,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// It is empty, or only white space.
    #[error("is empty: it needs text")]
    Empty,
    /// It has too few items.
    #[error("has {found} items: it takes at least {least}")]
    TooFew {
        /// How many it has.
        found: usize,
        /// How many it needs.
        least: usize,
    },
    /// It has too many items.
    #[error("has {found} items: it takes at most {most}")]
    TooMany {
        /// How many it has.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// A URL that is not safe to follow.
    #[error(transparent)]
    Url(#[from] UnsafeUrl),
    /// A number outside its range.
    #[error("is {found}: it has to be {range}")]
    OutOfRange {
        /// The number.
        found: String,
        /// What it has to be.
        range: &'static str,
    },
    /// Not a path of the Agent App.
    #[error("is `{0}`: it has to be a path that begins with one `/`, such as `/reports`")]
    NotAPath(String),
}

impl InvalidArgument {
    pub(crate) fn new(field: &'static str, problem: impl Into<Problem>) -> Self {
        Self { field, problem: problem.into() }
    }
}

/// Text that is not empty.
pub(crate) fn text(field: &'static str, text: impl Into<String>) -> Result<String, InvalidArgument> {
    let text = text.into();
    if text.trim().is_empty() { Err(InvalidArgument::new(field, Problem::Empty)) } else { Ok(text) }
}

/// A URL that is safe to follow.
pub(crate) fn url(field: &'static str, url: impl AsRef<str>) -> Result<SafeUrl, InvalidArgument> {
    SafeUrl::parse(url.as_ref()).map_err(|error| InvalidArgument::new(field, error))
}

/// From `least` to `most` items.
pub(crate) fn items<T>(
    field: &'static str,
    items: impl IntoIterator<Item = T>,
    least: usize,
    most: usize,
) -> Result<Vec<T>, InvalidArgument> {
    let items: Vec<T> = items.into_iter().collect();
    match items.len() {
        found if found < least => Err(InvalidArgument::new(field, Problem::TooFew { found, least })),
        found if found > most => Err(InvalidArgument::new(field, Problem::TooMany { found, most })),
        _ => Ok(items),
    }
}

/// A number that the condition lets pass.
pub(crate) fn number(
    field: &'static str,
    number: f64,
    range: &'static str,
    admits: impl FnOnce(f64) -> bool,
) -> Result<f64, InvalidArgument> {
    if number.is_finite() && admits(number) {
        Ok(number)
    } else {
        Err(InvalidArgument::new(field, Problem::OutOfRange { found: number.to_string(), range }))
    }
}
