//! From a declaration to what is sent.

use livechat_protocol::{InvalidArgument, section::Section};

/// What defines a section: a section as data, or a [`DetailsSection`](crate::DetailsSection) as a function with `html_nested!` returns it.
pub trait DefinesSection {
    /// The section as data, as it is sent.
    ///
    /// # Errors
    /// Names the field that is wrong, and its limit.
    fn section(&self) -> Result<Section, InvalidArgument>;
}

impl DefinesSection for Section {
    fn section(&self) -> Result<Section, InvalidArgument> {
        Ok(self.clone())
    }
}
