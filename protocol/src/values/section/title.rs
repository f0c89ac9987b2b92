//! A title in a section.

use crate::{
    values::{
        invalid::{self, InvalidArgument},
        safe_url::SafeUrl,
    },
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader, named},
};

/// The size of a [`Title`]'s image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageSize {
    /// `big`.
    Big,
    /// `small`.
    Small,
}

named!(ImageSize, "size of an image" { Big = "big", Small = "small" });

/// A title, optionally with a value, a description, an image and a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    title: String,
    value: Option<String>,
    description: Option<String>,
    image: Option<SafeUrl>,
    image_size: Option<ImageSize>,
    link: Option<SafeUrl>,
    id: Option<String>,
    clickable: Option<bool>,
    open_app: Option<bool>,
}

impl Title {
    /// A title.
    ///
    /// # Errors
    /// If it is empty.
    pub fn new(title: impl Into<String>) -> Result<Self, InvalidArgument> {
        Ok(Self {
            title: invalid::text("title.title", title)?,
            value: None,
            description: None,
            image: None,
            image_size: None,
            link: None,
            id: None,
            clickable: None,
            open_app: None,
        })
    }

    /// The text beside the title.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// The text below the title.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// An image.
    ///
    /// # Errors
    /// If the URL is not safe.
    pub fn with_image(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.image = Some(invalid::url("title.imgUrl", url)?);
        Ok(self)
    }

    /// The size of the image.
    #[must_use]
    pub fn with_image_size(mut self, size: ImageSize) -> Self {
        self.image_size = Some(size);
        self
    }

    /// The URL that the title opens.
    ///
    /// # Errors
    /// If the URL is not safe.
    pub fn with_link(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.link = Some(invalid::url("title.link", url)?);
        Ok(self)
    }

    /// The id that reports a click, like a button's.
    ///
    /// # Errors
    /// If the id is empty.
    pub fn with_id(mut self, id: impl Into<String>) -> Result<Self, InvalidArgument> {
        self.id = Some(invalid::text("title.id", id)?);
        Ok(self)
    }

    /// Whether it can be clicked, which requires an [id](Self::with_id).
    #[must_use]
    pub fn with_clickable(mut self, clickable: bool) -> Self {
        self.clickable = Some(clickable);
        self
    }

    /// Whether a click opens the extension.
    #[must_use]
    pub fn with_open_app(mut self, open_app: bool) -> Self {
        self.open_app = Some(open_app);
        self
    }

    /// The text of the title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The text beside the title.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// The text below the title.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// An image.
    #[must_use]
    pub fn image(&self) -> Option<&SafeUrl> {
        self.image.as_ref()
    }

    /// The size of the image; the host decides unless set.
    #[must_use]
    pub fn image_size(&self) -> Option<ImageSize> {
        self.image_size
    }

    /// The URL that the title opens.
    #[must_use]
    pub fn link(&self) -> Option<&SafeUrl> {
        self.link.as_ref()
    }

    /// The id that reports a click on it.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Whether it can be clicked.
    #[must_use]
    pub fn clickable(&self) -> Option<bool> {
        self.clickable
    }

    /// Whether a click opens the extension.
    #[must_use]
    pub fn open_app(&self) -> Option<bool> {
        self.open_app
    }
}

impl Encode for Title {
    fn encode<P: Payload>(&self) -> P {
        Object::new()
            .with("title", &self.title)
            .maybe("value", &self.value)
            .maybe("description", &self.description)
            .maybe("imgUrl", &self.image)
            .maybe("imgSize", &self.image_size)
            .maybe("link", &self.link)
            .maybe("id", &self.id)
            .maybe("clickable", &self.clickable)
            .maybe("openApp", &self.open_app)
            .build()
    }
}

impl Decode for Title {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let title = from.member("title")?;
        let title = Self::new(title.text()?).map_err(|_| title.error("text that is not empty"))?;
        Ok(Self {
            value: from.optional("value")?,
            description: from.optional("description")?,
            image: from.optional("imgUrl")?,
            image_size: from.optional("imgSize")?,
            link: from.optional("link")?,
            id: from.optional("id")?,
            clickable: from.optional("clickable")?,
            open_app: from.optional("openApp")?,
            ..title
        })
    }
}
