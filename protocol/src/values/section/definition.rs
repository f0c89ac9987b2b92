//! A section: a title with components.

use super::component::Component;
use crate::{
    values::{
        invalid::{self, InvalidArgument},
        safe_url::SafeUrl,
    },
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// A section of the customer details: a title and at least one component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    title: String,
    components: Vec<Component>,
    image: Option<SafeUrl>,
    open_app: Option<bool>,
}

impl Section {
    /// Creates a section.
    ///
    /// Content that the host accepts is not an error, but it may be a mistake: see [`warnings`](Self::warnings).
    ///
    /// # Errors
    /// If the title is empty, or when there are no components.
    pub fn new(
        title: impl Into<String>,
        components: impl IntoIterator<Item = Component>,
    ) -> Result<Self, InvalidArgument> {
        let title = invalid::text("section.title", title)?;
        let components = invalid::items("section.components", components, 1, usize::MAX)?;
        Ok(Self { title, components, image: None, open_app: None })
    }

    /// An image beside the title.
    ///
    /// # Errors
    /// If the URL is not safe.
    pub fn with_image(mut self, url: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        self.image = Some(invalid::url("section.imgUrl", url)?);
        Ok(self)
    }

    /// Whether the title opens the extension.
    #[must_use]
    pub fn with_open_app(mut self, open_app: bool) -> Self {
        self.open_app = Some(open_app);
        self
    }

    /// The title, which identifies the section.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The content of the section, from top to bottom.
    #[must_use]
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// An image beside the title.
    #[must_use]
    pub fn image(&self) -> Option<&SafeUrl> {
        self.image.as_ref()
    }

    /// Whether the title opens the extension.
    #[must_use]
    pub fn open_app(&self) -> Option<bool> {
        self.open_app
    }
}

impl Encode for Section {
    fn encode<P: Payload>(&self) -> P {
        Object::new()
            .with("title", &self.title)
            .with("components", &self.components)
            .maybe("imgUrl", &self.image)
            .maybe("openApp", &self.open_app)
            .build()
    }
}

impl Decode for Section {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let section = Self::new(from.required::<String>("title")?, from.required::<Vec<Component>>("components")?)
            .map_err(|_| from.error("a section with a title and components"))?;
        Ok(Self { image: from.optional("imgUrl")?, open_app: from.optional("openApp")?, ..section })
    }
}
