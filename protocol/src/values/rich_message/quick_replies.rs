//! A question with suggested answers.

use super::{button::Button, card::Card, image::Image, postback};
use crate::{
    values::invalid::{self, InvalidArgument},
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// A question with suggested answers: `{title, buttons}` in the command `send_quick_replies`, otherwise an element of
/// a rich message.
///
/// UNVERIFIED (quick-replies): the SDK does not type either for `send_quick_replies`; the buttons are those of a rich
/// message.
#[derive(Clone, Debug, PartialEq)]
pub struct QuickReplies(Card);

impl QuickReplies {
    /// Creates a question with its answers.
    ///
    /// # Errors
    /// If the title is empty, or when there is no button or more than [`BUTTONS`](super::BUTTONS).
    pub fn new(title: impl Into<String>, buttons: impl IntoIterator<Item = Button>) -> Result<Self, InvalidArgument> {
        let title = invalid::text("quick_replies.title", title)?;
        Card::new().with_title(title).with_buttons(buttons).map(Self::identified)
    }

    /// The text below the title. Only in a rich message from the message box.
    #[must_use]
    pub fn with_subtitle(self, subtitle: impl Into<String>) -> Self {
        Self(self.0.with_subtitle(subtitle))
    }

    /// An image above the title. Only in a rich message from the message box.
    #[must_use]
    pub fn with_image(self, image: Image) -> Self {
        Self(self.0.with_image(image))
    }

    /// The question.
    #[must_use]
    pub fn title(&self) -> &str {
        self.0.title().unwrap_or_default()
    }

    /// The answers, in order.
    #[must_use]
    pub fn buttons(&self) -> &[Button] {
        self.0.buttons()
    }

    /// The corresponding element of a rich message.
    #[must_use]
    pub fn card(&self) -> &Card {
        &self.0
    }

    /// The element's question and answers, if it has a title and buttons.
    pub(super) fn from_card(card: Card) -> Option<Self> {
        (card.title().is_some() && !card.buttons().is_empty()).then(|| Self::identified(card))
    }

    fn identified(mut card: Card) -> Self {
        postback::identify(std::slice::from_mut(&mut card));
        Self(card)
    }
}

impl Encode for QuickReplies {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("title", self.title()).with("buttons", self.buttons()).build()
    }
}

impl Decode for QuickReplies {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::new(from.required::<String>("title")?, from.required::<Vec<Button>>("buttons")?)
            .map_err(|_| from.error("a title and 1 to 13 buttons"))
    }
}
