//! Elements created without Yew.

use web_sys::{Document, Element};

/// Creates an element with this class, outside the document.
pub(crate) fn element(document: &Document, name: &str, class: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_class_name(class);
    Some(element)
}
