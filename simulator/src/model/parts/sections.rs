//! The sections that the host renders in the customer details.

use std::rc::Rc;

use livechat_protocol::section::Section;

/// The current sections.
///
/// UNVERIFIED (section-kept): no public source says whether a real host keeps a section when another customer is
/// opened. The simulator keeps it until the extension publishes it again or is reloaded, which exposes an extension
/// that forgets to.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    pub(crate) declared: Vec<Section>,
    published: Vec<Section>,
    drawn: Rc<[Section]>,
    /// Whether the note about missing declarations was logged.
    said: bool,
}

/// The result of publishing a section.
pub(crate) enum Published {
    /// It is rendered.
    Drawn,
    /// It is rendered although nothing is declared. Reported once.
    WithoutDeclaration,
    /// Its title is not declared.
    NotDeclared,
}

impl Sections {
    pub(crate) fn drawn(&self) -> Rc<[Section]> {
        Rc::clone(&self.drawn)
    }

    pub(crate) fn declare(&mut self, declared: Vec<Section>) {
        self.declared = declared;
        self.draw();
    }

    /// Resets to the declared sections.
    pub(crate) fn forget(&mut self) {
        self.published.clear();
        self.draw();
    }

    pub(crate) fn publish(&mut self, section: Section) -> Published {
        let is_declared = self.declared.iter().any(|declared| declared.title() == section.title());
        if !is_declared && !self.declared.is_empty() {
            return Published::NotDeclared;
        }
        match self.published.iter_mut().find(|published| published.title() == section.title()) {
            Some(published) => *published = section,
            None => self.published.push(section),
        }
        self.draw();
        if is_declared || std::mem::replace(&mut self.said, true) {
            Published::Drawn
        } else {
            Published::WithoutDeclaration
        }
    }

    /// Declared sections come first, in the order of their declaration.
    fn draw(&mut self) {
        let published = |title: &str| self.published.iter().find(|published| published.title() == title);
        self.drawn = if self.declared.is_empty() {
            self.published.clone().into()
        } else {
            self.declared.iter().map(|declared| published(declared.title()).unwrap_or(declared).clone()).collect()
        };
    }
}
