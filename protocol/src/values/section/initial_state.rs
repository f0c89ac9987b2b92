//! The sections as the Developer Console declares them.

use serde_json::{Value, json};

use super::definition::Section;
use crate::wire::Encode;

/// The Developer Console's initial state: what the host shows of each section before the extension has published it,
/// and which titles there are at all.
#[must_use]
pub fn initial_state<'a>(sections: impl IntoIterator<Item = &'a Section>) -> Value {
    let sections: Vec<Value> = sections.into_iter().map(Encode::encode).collect();
    json!({ "customerDetailsSections": sections })
}
