//! The sections that the host renders in the customer's details.

use std::rc::Rc;

use livechat_protocol::section::Section;

/// The sections there are.
///
/// UNVERIFIED: whether a real host keeps a section when another customer is opened has no public source. This one
/// does, until the extension publishes it anew or is loaded anew; an extension that forgets to shows here.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    pub(crate) declared: Vec<Section>,
    published: Vec<Section>,
    drawn: Rc<[Section]>,
    /// That nothing is declared was said.
    said: bool,
}

/// What became of a section.
pub(crate) enum Published {
    /// It is drawn.
    Drawn,
    /// It is drawn, though nothing at all is declared. Said once.
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

    /// Back to what is declared.
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

    /// Those declared stand in the order of their declaration.
    fn draw(&mut self) {
        let published = |title: &str| self.published.iter().find(|published| published.title() == title);
        self.drawn = if self.declared.is_empty() {
            self.published.clone().into()
        } else {
            self.declared.iter().map(|declared| published(declared.title()).unwrap_or(declared).clone()).collect()
        };
    }
}
