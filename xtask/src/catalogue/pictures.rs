//! The pictures of the gallery's entries, which tests/e2e/pictures takes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::shrink::shrink as shrink_one;

/// Where they are, seen from the root.
const FOLDER: &str = "docs/pictures/components";
/// How wide the page shows them, in CSS pixels; tests/e2e/pictures/components.spec.ts takes them so.
pub(super) const WIDTH: u32 = 360;
/// Theirs are as many again, so that they are sharp on dense screens.
const DENSITY: u32 = 2;
/// The most that one may have, in bytes: a clone brings all of them.
const LARGEST: usize = 30_000;

/// The pictures of a component, light and dark: `CopyButton` has `copy-button.png` and `copy-button-dark.png`.
pub(super) fn names(component: &str) -> [String; 2] {
    let mut stem = String::new();
    for (place, letter) in component.char_indices() {
        if letter.is_uppercase() && place > 0 {
            stem.push('-');
        }
        stem.extend(letter.to_lowercase());
    }
    [format!("{stem}.png"), format!("{stem}-dark.png")]
}

/// Makes all of them small.
pub(super) fn shrink(root: &Path) -> Result<()> {
    let folder = root.join(FOLDER);
    let unreadable = || format!("cannot read {}: run `cargo xtask screenshots`", folder.display());
    for file in fs::read_dir(&folder).with_context(unreadable)? {
        shrink_one(&file.with_context(unreadable)?.path())?;
    }
    Ok(())
}

/// What is wrong with the pictures of these components.
pub(super) fn gaps<'a>(root: &Path, components: impl Iterator<Item = &'a str>) -> Vec<String> {
    let folder = root.join(FOLDER);
    let mut gaps = Vec::new();
    let mut known = BTreeSet::new();
    for component in components {
        for name in names(component) {
            let fault = match fs::read(folder.join(&name)) {
                Err(_) => Some("is missing".to_owned()),
                Ok(bytes) => fault(&bytes),
            };
            gaps.extend(fault.map(|fault| format!("{FOLDER}/{name} {fault}: run `cargo xtask screenshots`")));
            known.insert(name);
        }
    }
    // A folder that is not there has no files too many.
    let files = fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut strays: Vec<_> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    strays.retain(|name| !known.contains(name));
    strays.sort();
    gaps.extend(strays.iter().map(|name| format!("{FOLDER}/{name} shows no component: delete it")));
    gaps
}

/// What is wrong with a picture.
fn fault(bytes: &[u8]) -> Option<String> {
    let Some(width) = width(bytes) else { return Some("is no PNG".to_owned()) };
    if width != WIDTH * DENSITY {
        return Some(format!("is {width} pixels wide, not {}", WIDTH * DENSITY));
    }
    (bytes.len() > LARGEST).then(|| format!("has {} bytes, more than {LARGEST}", bytes.len()))
}

/// A PNG begins with eight bytes of its own, then the header, which begins with the width.
fn width(bytes: &[u8]) -> Option<u32> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    header.get(8..12)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
pub(super) fn example_of(width: u32, length: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.resize(length, 0);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_with_hyphens() {
        assert_eq!(names("Tag"), ["tag.png", "tag-dark.png"]);
        assert_eq!(names("CopyButton"), ["copy-button.png", "copy-button-dark.png"]);
    }

    #[test]
    fn a_picture_is_a_small_png_of_the_right_width() {
        assert_eq!(fault(&example_of(720, 30_000)), None);
        assert_eq!(fault(b""), Some("is no PNG".into()));
        assert_eq!(fault(&example_of(360, 100)), Some("is 360 pixels wide, not 720".into()));
        assert_eq!(fault(&example_of(720, 30_001)), Some("has 30001 bytes, more than 30000".into()));
    }
}
