//! Pictures of views.

use livechat_protocol::Theme;

use super::extension::Page;
use super::stage::Stage;
use crate::prelude::*;

/// A picture of a view.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The page.
    pub page: String,
    /// The view, such as `narrow`.
    pub view: String,
    /// The theme.
    pub theme: Theme,
    /// The width of the extension's iframe.
    pub width: u32,
    /// The picture, as PNG.
    pub png: Vec<u8>,
}

impl Picture {
    pub(super) fn take(stage: &mut Stage<'_>, page: &Page, view: &str, theme: Theme, width: u32) -> Result<Self> {
        Ok(Self { page: page.name(), view: view.to_owned(), theme, width, png: stage.picture()? })
    }

    /// The name of its file in the report.
    #[must_use]
    pub fn file(&self) -> String {
        let text = format!("{}-{}-{}-{}", self.page, self.theme, self.width, self.view);
        let words: Vec<_> =
            text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        format!("{}.png", words.join("-"))
    }
}
