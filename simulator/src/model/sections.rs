//! Sections that extensions publish in the customer details, and clicks in them.

use livechat_protocol::{PlacementKind::Details, section::Section};
use serde_json::{Value, json};

use super::{parts::sections::Published, state::Model};
use crate::choices::Tab;

impl Model {
    pub(super) fn publish_section(&mut self, data: &Value) {
        let Some(section) = self.read::<Section>("customer_details_section", data) else { return };
        let title = section.title().to_owned();
        match self.sections.publish(section) {
            Published::Drawn => {}
            Published::WithoutDeclaration => {
                let text =
                    format!("Declare the section {title:?} in the extension's initial state in Developer Console.");
                self.note(text);
            }
            Published::NotDeclared => {
                let declared: Vec<_> = self.sections.declared.iter().map(|it| format!("{:?}", it.title())).collect();
                let text = format!(
                    "The section {title:?} was ignored: the initial state declares only {}.",
                    declared.join(", ")
                );
                self.warn(text);
            }
        }
    }

    pub(super) fn section_clicked(&mut self, id: Option<String>, open_app: bool) {
        if let Some(id) = id
            && self.speaks(Details)
        {
            self.push(Details, "customer_details_section_button_click", json!({ "buttonId": id }));
        }
        if open_app && self.frame(Details).is_some() {
            self.choices.tab = Tab::Extension;
        }
    }
}
