//! The colours that an extension may override.

use anyhow::{Result, ensure};

/// A custom property with its values.
#[derive(Debug, PartialEq)]
pub(super) struct Colour {
    pub(super) name: String,
    pub(super) light: String,
    pub(super) dark: String,
}

/// The custom properties of the style sheet that differ between light and dark, as the sheet has them in order.
pub(super) fn read(style_sheet: &str) -> Result<Vec<Colour>> {
    let light = properties(style_sheet, ".lc-surface {");
    let dark = properties(style_sheet, ".lc-surface[data-theme=\"dark\"] {");
    let colours: Vec<_> = light
        .into_iter()
        .filter_map(|(name, light)| {
            let (_, dark) = dark.iter().find(|(other, _)| *other == name)?;
            Some(Colour { name: name.to_owned(), light: light.to_owned(), dark: (*dark).to_owned() })
        })
        .collect();
    ensure!(!colours.is_empty(), "the style sheet has no colours, light and dark, of .lc-surface: restore them");
    Ok(colours)
}

/// The custom properties in the block that begins so.
fn properties<'a>(style_sheet: &'a str, block: &str) -> Vec<(&'a str, &'a str)> {
    let Some((_, rest)) = style_sheet.split_once(block) else { return Vec::new() };
    let declarations = rest.split('}').next().unwrap_or_default().split(';');
    declarations
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .filter(|(name, _)| name.starts_with("--lc-"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_between_light_and_dark_is_a_colour() {
        let css = ".lc-surface {\n  color-scheme: light;\n  --lc-text: #111;\n  --lc-space: 4px;\n}\n\
                   .lc-surface[data-theme=\"dark\"] { --lc-text: rgb(0 0 0 / 5%); }\n.other { --lc-space: 1px; }";
        let text = Colour { name: "--lc-text".into(), light: "#111".into(), dark: "rgb(0 0 0 / 5%)".into() };
        assert_eq!(read(css).unwrap(), [text]);
        assert!(read("body {}").is_err());
    }
}
