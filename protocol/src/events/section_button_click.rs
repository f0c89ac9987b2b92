//! The event for a click in a section that the host renders.

use serde::Serialize;

use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// The agent clicked a button, or a clickable title, of a section in the customer or ticket details.
///
/// HelpDesk's documentation calls the event `ticket_details_section_button_click`; the types of its SDK use
/// LiveChat's name. Both names are accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionButtonClick {
    /// The id of the button.
    #[serde(rename = "buttonId")]
    pub button_id: String,
}

impl Decode for SectionButtonClick {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { button_id: from.identity("buttonId")? })
    }
}

deserialize_by_decode!(SectionButtonClick);
