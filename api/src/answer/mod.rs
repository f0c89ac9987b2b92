//! Decoding answers: leniently, without panics, with errors that name the field.

mod fields;
mod outcome;

pub(crate) use self::{
    fields::{items, lenient_items, object, value},
    outcome::{is_empty, outcome},
};
