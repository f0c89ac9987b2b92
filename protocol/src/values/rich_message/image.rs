//! An image in a rich message.

use crate::{
    values::{
        invalid::{self, InvalidArgument},
        safe_url::SafeUrl,
    },
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// An image in a rich message: `{url, name?, content_type?, size?, width?, height?}` on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    url: SafeUrl,
    name: Option<String>,
    content_type: Option<String>,
    size: Option<u32>,
    width: Option<u32>,
    height: Option<u32>,
}

impl Image {
    /// Creates an image from its URL.
    ///
    /// # Errors
    /// If the URL is not safe.
    pub fn new(url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let url = invalid::url("rich_message.image.url", url)?;
        Ok(Self { url, name: None, content_type: None, size: None, width: None, height: None })
    }

    /// The file's name.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The file's type, such as `image/jpeg`.
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// The file's size, in bytes.
    #[must_use]
    pub fn with_size(mut self, bytes: u32) -> Self {
        self.size = Some(bytes);
        self
    }

    /// Width and height, in pixels.
    #[must_use]
    pub fn with_dimensions(mut self, width: u32, height: u32) -> Self {
        self.width = Some(width);
        self.height = Some(height);
        self
    }

    /// The URL.
    #[must_use]
    pub fn url(&self) -> &SafeUrl {
        &self.url
    }

    /// The file's name, if it was set.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The file's type, if it was set.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The file's size in bytes, if it was set.
    #[must_use]
    pub fn size(&self) -> Option<u32> {
        self.size
    }

    /// The width in pixels, if it was set.
    #[must_use]
    pub fn width(&self) -> Option<u32> {
        self.width
    }

    /// The height in pixels, if it was set.
    #[must_use]
    pub fn height(&self) -> Option<u32> {
        self.height
    }
}

impl Encode for Image {
    fn encode<P: Payload>(&self) -> P {
        Object::new()
            .with("url", &self.url)
            .maybe("name", &self.name)
            .maybe("content_type", &self.content_type)
            .maybe("size", &self.size)
            .maybe("width", &self.width)
            .maybe("height", &self.height)
            .build()
    }
}

impl Decode for Image {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            url: from.required("url")?,
            name: from.optional("name")?,
            content_type: from.optional("content_type")?,
            size: from.optional("size")?,
            width: from.optional("width")?,
            height: from.optional("height")?,
        })
    }
}
