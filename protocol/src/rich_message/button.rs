//! A button of a rich message.

use crate::{
    decode::{Decode, DecodeError, Reader},
    encode::{Encode, Object},
    id::Id,
    invalid::{self, InvalidArgument},
    payload::Payload,
};

/// A button of a rich message: `{text, type?, value, postback_id?, user_ids?}` on the wire.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    text: String,
    kind: Option<String>,
    value: Id,
    postback_id: Option<String>,
    user_ids: Option<Vec<String>>,
}

impl Button {
    /// A button of no type; `value` is text, or a whole number that JavaScript holds exactly.
    ///
    /// # Errors
    /// When the text, or a value that is text, is empty.
    pub fn new(text: impl Into<String>, value: impl Into<Id>) -> Result<Self, InvalidArgument> {
        let value = match value.into() {
            Id::Text(value) => Id::Text(invalid::text("rich_message.button.value", value)?),
            number => number,
        };
        let text = invalid::text("rich_message.button.text", text)?;
        Ok(Self { text, kind: None, value, postback_id: None, user_ids: None })
    }

    /// A button of type `message`: a click sends the text as the customer's message.
    /// It gets the value for its [`postback_id`](Self::postback_id) as well.
    ///
    /// # Errors
    /// When the text or the value is empty.
    pub fn reply(text: impl Into<String>, value: impl Into<String>) -> Result<Self, InvalidArgument> {
        let value = value.into();
        Ok(Self::new(text, value.as_str())?.kind("message").postback_id(value))
    }

    /// A button of type `url`: a click opens the page.
    ///
    /// # Errors
    /// When the text is empty or the URL is not safe.
    pub fn link(text: impl Into<String>, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let url = invalid::url("rich_message.button.value", url)?;
        Ok(Self::new(text, url.as_str())?.kind("url"))
    }

    /// A type by its name on the wire, as `message`, `url` or `phone`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// What is told when the customer clicks it. Several buttons may have the same.
    #[must_use]
    pub fn postback_id(mut self, id: impl Into<String>) -> Self {
        self.postback_id = Some(id.into());
        self
    }

    /// The users who have toggled it.
    #[must_use]
    pub fn user_ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.user_ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Encode for Button {
    fn encode<P: Payload>(&self) -> P {
        Object::new()
            .with("text", &self.text)
            .maybe("type", &self.kind)
            .with("value", &self.value)
            .maybe("postback_id", &self.postback_id)
            .maybe("user_ids", &self.user_ids)
            .build()
    }
}

impl Decode for Button {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let button = Self::new(from.required::<String>("text")?, from.required::<Id>("value")?)
            .map_err(|_| from.error("a button with a text and a value"))?;
        Ok(Self {
            kind: from.optional("type")?,
            postback_id: from.optional("postback_id")?,
            user_ids: from.optional("user_ids")?,
            ..button
        })
    }
}
