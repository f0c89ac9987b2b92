//! From a declaration to what is sent.

use livechat_protocol::{InvalidArgument, section::Section};
use yew::virtual_dom::VChild;

use super::section::{DetailsSection, DetailsSectionProps};

/// What defines a section: a section as data, or a [`DetailsSection`] as a function with `html_nested!` returns it.
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

impl DefinesSection for DetailsSectionProps {
    fn section(&self) -> Result<Section, InvalidArgument> {
        let components = self.children.iter().map(|child| child.component()).collect::<Result<Vec<_>, _>>()?;
        let mut section = Section::new(self.title.as_str(), components)?;
        section.image = self.image.clone();
        section.open_app = self.open_app;
        Ok(section)
    }
}

impl DefinesSection for VChild<DetailsSection> {
    fn section(&self) -> Result<Section, InvalidArgument> {
        self.props.section()
    }
}
