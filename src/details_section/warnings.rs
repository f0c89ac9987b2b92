//! Warns the developer about sections that the host accepts but that are probably a mistake.

use std::cell::RefCell;

use livechat_protocol::section::Section;

use crate::platform::warn;

thread_local! {
    /// The warnings already in the console. A section is published again with every change of its content.
    static GIVEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Warns about a section in the console, once for each mistake. A release build does not warn.
pub(crate) fn warn_of(section: &Section) {
    if cfg!(debug_assertions) {
        GIVEN.with_borrow_mut(|given| new_warnings(section, given).iter().for_each(|text| warn(text)));
    }
}

/// The warnings of a section that are not in `given`, which they are added to.
fn new_warnings(section: &Section, given: &mut Vec<String>) -> Vec<String> {
    let texts = section.warnings().into_iter().map(|warning| format!("the section `{}`: {warning}", section.title()));
    let new: Vec<_> = texts.filter(|text| !given.contains(text)).collect();
    given.extend_from_slice(&new);
    new
}

#[cfg(test)]
mod tests {
    use livechat_protocol::section::{Component, Label, Title};

    use super::*;

    fn section(title: &str, total: &str) -> Section {
        let lacking = Title::new("Order").expect("a title").with_clickable(true);
        let components: [Component; 2] = [lacking.into(), Label::new("Total", total).into()];
        Section::new(title, components).expect("a section")
    }

    #[test]
    fn a_section_is_warned_of_once_however_often_it_changes() {
        let mut given = Vec::new();
        let first = new_warnings(&section("Orders", "1"), &mut given);
        assert_eq!(
            first,
            ["the section `Orders`: `components[0].data.clickable` is true without an `id`: \
              set the `id` that reports the click"]
        );
        assert_eq!(new_warnings(&section("Orders", "2"), &mut given), Vec::<String>::new());
        assert_eq!(new_warnings(&section("Shop", "2"), &mut given).len(), 1);
    }
}
