//! Sections that the host draws in the customer's details.

use std::{rc::Rc, time::Duration};

use livechat_protocol::{PlacementKind::Details, section::Section};
use serde_json::{Value, json};

use super::Model;
use crate::choices::Tab;

/// The sections there are.
///
/// UNVERIFIED: whether a real host keeps a section when another customer is opened has no public source. This one
/// does, until the extension publishes it anew or is loaded anew; an extension that forgets to shows here.
#[derive(Debug, Default)]
pub(super) struct Sections {
    declared: Vec<Section>,
    published: Vec<Section>,
    drawn: Rc<[Section]>,
    /// That nothing is declared was said.
    said: bool,
}

/// What became of a section.
enum Published {
    /// It is drawn.
    Drawn,
    /// It is drawn, though nothing at all is declared. Said once.
    WithoutDeclaration,
    /// Its title is not declared.
    NotDeclared,
}

impl Sections {
    pub(super) fn drawn(&self) -> Rc<[Section]> {
        Rc::clone(&self.drawn)
    }

    pub(super) fn declare(&mut self, declared: Vec<Section>) {
        self.declared = declared;
        self.draw();
    }

    /// Back to what is declared.
    pub(super) fn forget(&mut self) {
        self.published.clear();
        self.draw();
    }

    fn publish(&mut self, section: Section) -> Published {
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

impl Model {
    pub(super) fn publish_section(&mut self, now: Duration, data: &Value) {
        let Some(section) = self.read::<Section>(now, "customer_details_section", data) else { return };
        let title = section.title().to_owned();
        match self.sections.publish(section) {
            Published::Drawn => {}
            Published::WithoutDeclaration => {
                let text = format!(
                    "The Developer Console would have to declare the section {title:?} in the extension's initial state."
                );
                self.log.note(now, text);
            }
            Published::NotDeclared => {
                let declared: Vec<_> = self.sections.declared.iter().map(|it| format!("{:?}", it.title())).collect();
                let text = format!(
                    "The section {title:?} was left aside: the initial state declares {} only.",
                    declared.join(", ")
                );
                self.log.warn(now, text);
            }
        }
    }

    pub(super) fn section_clicked(&mut self, now: Duration, id: Option<String>, open_app: bool) {
        if let Some(id) = id
            && self.speaks(Details)
        {
            self.push(now, Details, "customer_details_section_button_click", json!({ "buttonId": id }));
        }
        if open_app && self.frame(Details).is_some() {
            self.choices.tab = Tab::Extension;
        }
    }
}
