//! How answers are read: tolerantly, without panics, with an error that names the field.

mod fields;
mod outcome;

pub(crate) use self::{
    fields::{items, lenient_items, object, value},
    outcome::{is_empty, outcome},
};
