//! Decoding host values: bounded, without panics, with errors that name the field.

mod basic_types;
mod deserialize;
mod error;
mod path;
mod reader;
mod shared;
mod slot;

pub(crate) use self::{basic_types::JoinedText, deserialize::deserialize_by_decode, slot::LenientSlot};
pub use self::{
    deserialize::deserialize,
    error::DecodeError,
    reader::{Decode, Reader, decode, decode_noting},
};
