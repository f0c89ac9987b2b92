//! One element of a rich message.

use super::{button::Button, image::Image, limits::BUTTONS};
use crate::{
    values::invalid::{self, InvalidArgument},
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// One element of a rich message: `{title?, subtitle?, image?, buttons?}` on the wire.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    title: Option<String>,
    subtitle: Option<String>,
    image: Option<Image>,
    buttons: Option<Vec<Button>>,
}

impl Card {
    /// Creates an empty card.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the title.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// The text below the title.
    #[must_use]
    pub fn with_subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.subtitle = Some(subtitle.into());
        self
    }

    /// Sets the image.
    #[must_use]
    pub fn with_image(mut self, image: Image) -> Self {
        self.image = Some(image);
        self
    }

    /// Sets the buttons.
    ///
    /// # Errors
    /// If there are none, or more than [`BUTTONS`].
    pub fn with_buttons(mut self, buttons: impl IntoIterator<Item = Button>) -> Result<Self, InvalidArgument> {
        self.buttons = Some(invalid::items("rich_message.buttons", buttons, 1, BUTTONS)?);
        Ok(self)
    }

    /// The title, if it has one.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The text below the title.
    #[must_use]
    pub fn subtitle(&self) -> Option<&str> {
        self.subtitle.as_deref()
    }

    /// The image, if it has one.
    #[must_use]
    pub fn image(&self) -> Option<&Image> {
        self.image.as_ref()
    }

    /// The buttons, in order.
    #[must_use]
    pub fn buttons(&self) -> &[Button] {
        self.buttons.as_deref().unwrap_or_default()
    }

    pub(super) fn buttons_mut(&mut self) -> &mut [Button] {
        self.buttons.as_deref_mut().unwrap_or_default()
    }
}

impl Encode for Card {
    fn encode<P: Payload>(&self) -> P {
        Object::new()
            .maybe("title", &self.title)
            .maybe("subtitle", &self.subtitle)
            .maybe("image", &self.image)
            .maybe("buttons", &self.buttons)
            .build()
    }
}

impl Decode for Card {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let card = Self {
            title: from.optional("title")?,
            subtitle: from.optional("subtitle")?,
            image: from.optional("image")?,
            buttons: None,
        };
        match from.optional::<Vec<Button>>("buttons")? {
            Some(buttons) => card.with_buttons(buttons).map_err(|_| from.error("an element with 1 to 13 buttons")),
            None => Ok(card),
        }
    }
}
