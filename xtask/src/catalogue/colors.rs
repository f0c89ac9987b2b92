//! The colors that an extension can override.

use crate::prelude::*;

/// A custom property with its light and dark values.
#[derive(Debug, PartialEq)]
pub struct Color {
    /// Including the two hyphens.
    pub name: String,
    /// On a light surface.
    pub light: String,
    /// On a dark surface.
    pub dark: String,
}

/// Returns the style sheet's custom properties that differ between light and dark, in its order.
pub fn read(style_sheet: &str) -> Result<Vec<Color>> {
    let dark = properties(style_sheet, ".lc-surface[data-theme=\"dark\"] {");
    let mut colors = Vec::new();
    for (name, light) in properties(style_sheet, ".lc-surface {") {
        if let Some((_, dark)) = dark.iter().find(|(other, _)| *other == name) {
            colors.push(Color { name: name.to_owned(), light: light.to_owned(), dark: (*dark).to_owned() });
        }
    }
    ensure!(!colors.is_empty(), "the style sheet has no colors, light and dark, of .lc-surface: restore them");
    Ok(colors)
}

/// Returns the custom properties in the block with this beginning.
fn properties<'a>(style_sheet: &'a str, block: &str) -> Vec<(&'a str, &'a str)> {
    let block = style_sheet.split_once(block).and_then(|(_, rest)| rest.split('}').next()).unwrap_or_default();
    let properties = block.split(';').filter_map(|declaration| declaration.split_once(':'));
    let properties = properties.map(|(name, value)| (name.trim(), value.trim()));
    properties.filter(|(name, _)| name.starts_with("--lc-")).collect()
}
