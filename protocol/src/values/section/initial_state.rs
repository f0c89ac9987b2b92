//! The Developer Console's declaration of the sections.

use serde_json::{Value, json};

use super::definition::Section;
use crate::wire::Encode;

/// The Developer Console's initial state: the available titles, and the content of each section before the extension
/// publishes it.
#[must_use]
pub fn initial_state<'a>(sections: impl IntoIterator<Item = &'a Section>) -> Value {
    let sections: Vec<Value> = sections.into_iter().map(Encode::encode).collect();
    json!({ "customerDetailsSections": sections })
}
