//! Converts a declaration into the section that is sent.

use livechat_protocol::{InvalidArgument, section::Section};

/// What defines a section: a [`Section`] as data, or a [`DetailsSection`](crate::DetailsSection) that a function
/// returns with `html_nested!`.
pub trait DefinesSection {
    /// The section as data, as it is sent.
    ///
    /// # Errors
    /// Names the invalid field and its limit.
    fn section(&self) -> Result<Section, InvalidArgument>;
}

impl DefinesSection for Section {
    fn section(&self) -> Result<Section, InvalidArgument> {
        Ok(self.clone())
    }
}
