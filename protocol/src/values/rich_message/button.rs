//! A button of a rich message.

use super::webview_height::WebviewHeight;
use crate::{
    values::invalid::{self, InvalidArgument},
    wire::{Decode, DecodeError, Encode, Id, Object, Payload, Reader},
};

/// A button of a rich message: `{text, type?, value, postback_id, user_ids, webview_height?}` on the wire.
///
/// The chat API's reference requires `postback_id` and `user_ids` of every button, though the SDK's types do not:
/// both are always sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    text: String,
    kind: Option<String>,
    value: Id,
    pub(super) postback_id: Option<String>,
    user_ids: Vec<String>,
    webview_height: Option<WebviewHeight>,
}

impl Button {
    /// Creates a button without a type. `value` is text, or a whole number that JavaScript represents exactly.
    ///
    /// The chat API's reference requires a type: prefer [`reply`](Self::reply), [`link`](Self::link),
    /// [`phone`](Self::phone) or [`webview`](Self::webview).
    ///
    /// # Errors
    /// If the text, or a value that is text, is empty.
    pub fn new(text: impl Into<String>, value: impl Into<Id>) -> Result<Self, InvalidArgument> {
        let value = match value.into() {
            Id::Text(value) => Id::Text(invalid::text("rich_message.button.value", value)?),
            number => number,
        };
        let text = invalid::text("rich_message.button.text", text)?;
        Ok(Self { text, kind: None, value, postback_id: None, user_ids: Vec::new(), webview_height: None })
    }

    /// Creates a button of type `message`: a click sends the text as the customer's message.
    ///
    /// # Errors
    /// If the text or the value is empty.
    pub fn reply(text: impl Into<String>, value: impl Into<String>) -> Result<Self, InvalidArgument> {
        Ok(Self::new(text, value.into())?.with_kind("message"))
    }

    /// Creates a button of type `url`: a click opens the page.
    ///
    /// # Errors
    /// If the text is empty or the URL is not safe.
    pub fn link(text: impl Into<String>, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let url = invalid::url("rich_message.button.value", url)?;
        Ok(Self::new(text, url.as_str())?.with_kind("url"))
    }

    /// Creates a button of type `phone`: a click calls the number.
    ///
    /// # Errors
    /// If the text or the number is empty.
    pub fn phone(text: impl Into<String>, number: impl Into<String>) -> Result<Self, InvalidArgument> {
        Ok(Self::new(text, number.into())?.with_kind("phone"))
    }

    /// Creates a button of type `webview`: a click opens the page inside the chat, at this height.
    ///
    /// # Errors
    /// If the text is empty or the URL is not safe.
    pub fn webview(
        text: impl Into<String>,
        url: impl AsRef<str>,
        height: WebviewHeight,
    ) -> Result<Self, InvalidArgument> {
        Ok(Self { webview_height: Some(height), ..Self::link(text, url)?.with_kind("webview") })
    }

    /// Sets the type by its name on the wire, for a type that has no constructor here.
    #[must_use]
    pub fn with_kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets the id that the chat API reports for a click.
    ///
    /// A click counts for every button of the message with the same id, so share an id only between buttons that mean
    /// the same. A button without an id gets one when it becomes part of a message: its value, followed by `-2`, `-3`
    /// and so on if another button of the message already has that id.
    #[must_use]
    pub fn with_postback_id(mut self, id: impl Into<String>) -> Self {
        self.postback_id = Some(id.into());
        self
    }

    /// Sets the users who have toggled the button; nobody by default.
    #[must_use]
    pub fn with_user_ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.user_ids = ids.into_iter().map(Into::into).collect();
        self
    }

    /// The text on the button.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The type by its name on the wire, such as `message` or `url`.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// The value, according to the type: the page to open, the number to call, the text to send.
    #[must_use]
    pub fn value(&self) -> &Id {
        &self.value
    }

    /// The id that the chat API reports for a click, if it was set.
    #[must_use]
    pub fn postback_id(&self) -> Option<&str> {
        self.postback_id.as_deref()
    }

    /// The users who have toggled the button.
    #[must_use]
    pub fn user_ids(&self) -> &[String] {
        &self.user_ids
    }

    /// How much of the chat the page of a [`webview`](Self::webview) covers.
    #[must_use]
    pub fn webview_height(&self) -> Option<WebviewHeight> {
        self.webview_height
    }

    /// The id if none is set.
    pub(super) fn default_postback_id(&self) -> String {
        self.value.to_string()
    }
}

impl Encode for Button {
    fn encode<P: Payload>(&self) -> P {
        let postback_id = self.postback_id.clone().unwrap_or_else(|| self.default_postback_id());
        Object::new()
            .with("text", &self.text)
            .maybe("type", &self.kind)
            .with("value", &self.value)
            .with("postback_id", &postback_id)
            .with("user_ids", &self.user_ids)
            .maybe("webview_height", &self.webview_height)
            .build()
    }
}

/// Decodes messages from other SDKs as well: `postback_id` and `user_ids` may be missing.
impl Decode for Button {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let button = Self::new(from.required::<String>("text")?, from.required::<Id>("value")?)
            .map_err(|_| from.error("a button with a text and a value"))?;
        Ok(Self {
            kind: from.optional("type")?,
            postback_id: from.optional("postback_id")?,
            user_ids: from.optional("user_ids")?.unwrap_or_default(),
            webview_height: from.optional("webview_height")?,
            ..button
        })
    }
}
