//! A title in a section.

use crate::{
    values::{
        invalid::{self, InvalidArgument},
        safe_url::SafeUrl,
    },
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader, named},
};

/// How large the picture of a [`Title`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageSize {
    /// `big`.
    Big,
    /// `small`.
    Small,
}

named!(ImageSize, "size of an image" { Big = "big", Small = "small" });

/// A title, with a value, a description, a picture and a link where wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    title: String,
    /// What stands beside the title.
    pub value: Option<String>,
    /// What stands below it.
    pub description: Option<String>,
    /// A picture.
    pub image: Option<SafeUrl>,
    /// How large the picture is; the host decides without it.
    pub image_size: Option<ImageSize>,
    /// Where the title leads.
    pub link: Option<SafeUrl>,
    /// The id that reports a click on it.
    pub id: Option<String>,
    /// Whether it can be clicked. Needs an [`id`](Self::id): [`clickable()`](Self::clickable()) sets both.
    pub clickable: Option<bool>,
    /// Whether a click opens the extension.
    pub open_app: Option<bool>,
}

impl Title {
    /// A title.
    ///
    /// # Errors
    /// When it is empty.
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

    /// What stands beside the title.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// What stands below it.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// A picture.
    ///
    /// # Errors
    /// When the URL is not safe.
    pub fn image(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.image = Some(invalid::url("title.imgUrl", url)?);
        Ok(self)
    }

    /// How large the picture is.
    #[must_use]
    pub fn image_size(mut self, size: ImageSize) -> Self {
        self.image_size = Some(size);
        self
    }

    /// Where the title leads.
    ///
    /// # Errors
    /// When the URL is not safe.
    pub fn link(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.link = Some(invalid::url("title.link", url)?);
        Ok(self)
    }

    /// Makes it one that can be clicked, told by this id as a button is.
    ///
    /// # Errors
    /// When the id is empty.
    pub fn clickable(mut self, id: impl Into<String>) -> Result<Self, InvalidArgument> {
        self.id = Some(invalid::text("title.id", id)?);
        self.clickable = Some(true);
        Ok(self)
    }

    /// Whether a click opens the extension.
    #[must_use]
    pub fn open_app(mut self, open_app: bool) -> Self {
        self.open_app = Some(open_app);
        self
    }

    /// The title itself.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }
}

impl Encode for Title {
    fn encode<P: Payload>(&self) -> P {
        Object::new()
            .with("title", &self.title)
            .maybe("value", &self.value)
            .maybe("description", &self.description)
            .maybe("imgUrl", &self.image)
            .maybe("imgSize", &self.image_size.map(|size| size.as_str().to_owned()))
            .maybe("link", &self.link)
            .maybe("id", &self.id)
            .maybe("clickable", &self.clickable)
            .maybe("openApp", &self.open_app)
            .build()
    }
}

impl Decode for ImageSize {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::from_name(&from.text()?).ok_or_else(|| from.error("`big` or `small`"))
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
