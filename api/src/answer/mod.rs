//! How answers are read: tolerantly, without panics, with an error that names the field.

mod borrowed;
mod fields;
mod macros;
mod outcome;

pub(crate) use self::{
    borrowed::Borrowed,
    fields::{items, lenient_items, object, value},
    macros::{deserialize_by_decode, open_enum},
    outcome::{is_empty, outcome},
};
