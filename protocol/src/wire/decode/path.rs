//! The path to a value within a host value.

use std::fmt::{self, Write as _};

use crate::wire::limits;

/// The path to a value; formatted only for an error.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Member(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(Path::Root, name) => f.write_str(name),
            Self::Member(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

impl Path<'_> {
    /// The path as text, cut after [`limits::FIELD`] characters.
    pub(super) fn shortened(&self) -> String {
        let mut shortened = Shortened { text: String::new(), left: limits::FIELD };
        // Writing fails at the cut, which is not an error here.
        let _ = write!(shortened, "{self}");
        shortened.text
    }
}

/// Text with a limited length.
struct Shortened {
    text: String,
    left: usize,
}

impl fmt::Write for Shortened {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            self.left = self.left.checked_sub(1).ok_or(fmt::Error)?;
            self.text.push(character);
        }
        Ok(())
    }
}
