//! Finds elements as a person would, by their text.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::mounted::Mounted;

/// Elements that a person can click, including those with a clickable role.
pub(super) const CLICKABLE: &str = "button, a, summary, label, [role=button], [role=tab], [role=option], [role=switch]";
/// Elements that a person can type into.
pub(super) const FIELDS: &str = "input, textarea";
/// Elements that a person can choose in.
pub(super) const CHOICES: &str = "select";
/// Elements that the Tab key stops at.
pub(super) const STOPS: &str = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, \
                                [tabindex]:not([tabindex='-1'])";

impl Mounted {
    pub(super) fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(list) = self.root().query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|index| list.get(index)).map(JsCast::unchecked_into).collect()
    }

    /// Describes the elements that exist instead of a missing one.
    pub(super) fn what_there_is(&self, selector: &str, name: fn(&Element) -> String) -> String {
        let there: Vec<_> = self.all(selector).iter().map(|element| format!("{:?}", name(element))).collect();
        let there = if there.is_empty() { "nothing".to_owned() } else { there.join(", ") };
        format!("found {there}; the page's text is {:?}", self.text())
    }
}

/// By the whole text, or else by its beginning, if that is unique.
pub(super) fn find(elements: &[Element], says: &str) -> Option<Element> {
    let all =
        |element: &&Element| said(element) == says || element.get_attribute("aria-label").as_deref() == Some(says);
    let mut begin = elements.iter().filter(|element| said(element).starts_with(says));
    let only = || begin.next().filter(|_| begin.next().is_none());
    elements.iter().find(all).or_else(only).cloned()
}

pub(super) fn said(element: &Element) -> String {
    let text = element.text_content().unwrap_or_default();
    let text = text.trim();
    if text.is_empty() { element.get_attribute("aria-label").unwrap_or_default() } else { text.to_owned() }
}

/// A field's name: its own, that of the label around it, or of the label that refers to it.
pub(super) fn label_of(field: &Element) -> String {
    let own = field.get_attribute("aria-label");
    let around = || field.closest("label").ok().flatten();
    let naming = || {
        let id = field.id();
        let labels = field.owner_document()?.query_selector_all("label").ok()?;
        let mut labels = (0..labels.length()).filter_map(|index| labels.get(index)).map(JsCast::unchecked_into);
        labels.find(|label: &Element| !id.is_empty() && label.get_attribute("for").as_deref() == Some(&*id))
    };
    own.or_else(|| around().or_else(naming).map(|label| said(&without_fields(&label)))).unwrap_or_default()
}

/// A copy of a label without the fields in it, whose options and texts are not part of its name.
fn without_fields(label: &Element) -> Element {
    let Ok(copy) = label.clone_node_with_deep(true) else { return label.clone() };
    let copy: Element = copy.unchecked_into();
    while let Ok(Some(field)) = copy.query_selector("select, textarea") {
        field.remove();
    }
    copy
}
