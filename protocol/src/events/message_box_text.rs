//! The event for the text in the message input.

use std::rc::Rc;

use serde::Serialize;

use super::change::{Change, replace};
use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// The agent changed the text in the message input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageBoxText {
    /// The whole text.
    pub value: String,
}

impl Decode for MessageBoxText {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { value: from.required("value")? })
    }
}

impl Change for MessageBoxText {
    type Part = Option<Rc<str>>;

    fn change(self, text: &mut Self::Part) -> bool {
        replace(text, Some(self.value.into()))
    }

    fn forget(text: &mut Self::Part, _: &DecodeError) -> bool {
        replace(text, None)
    }
}

deserialize_by_decode!(MessageBoxText);
