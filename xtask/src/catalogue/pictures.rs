//! The pictures of the gallery's entries, which tests/e2e/pictures takes.

use super::shrink;
use crate::files;
use crate::prelude::*;

/// Their folder.
const FOLDER: &str = "docs/pictures/components";
/// Their width on the page in CSS pixels, and in tests/e2e/pictures/components.spec.ts.
pub(super) const WIDTH: u32 = 360;
/// Image pixels for each CSS pixel, so that they are sharp on dense screens.
const DENSITY: u32 = 2;
/// The maximum size in bytes: every clone downloads all of them.
const LARGEST: usize = 30_000;

/// Returns a component's pictures, light and dark: `CopyButton` has `copy-button.png` and `copy-button-dark.png`.
pub fn names(component: &str) -> [String; 2] {
    let mut stem = String::new();
    for (place, letter) in component.char_indices() {
        if letter.is_uppercase() && place > 0 {
            stem.push('-');
        }
        stem.extend(letter.to_lowercase());
    }
    [format!("{stem}.png"), format!("{stem}-dark.png")]
}

/// Compresses all pictures of the guide.
pub(super) fn shrink(root: &Path) -> Result<()> {
    files::with_extension(&root.join("docs/pictures"), "png")?.iter().try_for_each(|picture| shrink::shrink(picture))
}

/// Returns what is wrong with the pictures of these components.
pub(super) fn gaps<'a>(root: &Path, components: impl Iterator<Item = &'a str>) -> Vec<String> {
    let folder = root.join(FOLDER);
    let known: Vec<String> = components.flat_map(names).collect();
    let mut gaps = Vec::new();
    for name in &known {
        let fault = fs::read(folder.join(name)).map_or_else(|_| Some("is missing".to_owned()), |bytes| fault(&bytes));
        gaps.extend(fault.map(|fault| format!("{FOLDER}/{name} {fault}: run `cargo xtask screenshots`")));
    }
    // A missing folder has no superfluous files.
    let files = files::below(&folder).unwrap_or_default();
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let strays = names.filter(|name| !known.iter().any(|known| known == name));
    gaps.extend(strays.map(|name| format!("{FOLDER}/{name} shows no component: delete it")));
    gaps
}

/// Returns what is wrong with a picture.
pub fn fault(bytes: &[u8]) -> Option<String> {
    let Some(width) = width(bytes) else { return Some("is not a PNG".to_owned()) };
    if width != WIDTH * DENSITY {
        return Some(format!("is {width} pixels wide, not {}", WIDTH * DENSITY));
    }
    (bytes.len() > LARGEST).then(|| format!("has {} bytes, more than {LARGEST}", bytes.len()))
}

/// A PNG begins with an eight-byte signature, followed by the header, which begins with the width.
fn width(bytes: &[u8]) -> Option<u32> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    header.get(8..12)?.try_into().ok().map(u32::from_be_bytes)
}
