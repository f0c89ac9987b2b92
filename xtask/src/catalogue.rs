//! `cargo xtask catalogue`: writes docs/components.md, the components with their pictures and examples.
//!
//! | to find | look in |
//! |---|---|
//! | a component's documentation | `components`, `rust` |
//! | which components are grouped together | `gallery` |
//! | which props have a control in the gallery | `controls` |
//! | the custom properties of the style sheet | `colors` |
//! | how the page is rendered | `page`, `introduction.md` |
//! | how pictures are checked and compressed | `pictures`, `shrink` |

pub mod colors;
pub mod components;
pub mod controls;
pub mod gallery;
mod page;
pub mod pictures;
pub mod rust;
pub mod shrink;

use self::components::Component;
use crate::prelude::*;
use crate::workspace;

/// The generated page.
pub const PAGE: &str = "docs/components.md";
const COMPONENTS: &str = "components/src";
const GALLERY: &str = "demo/src/gallery";
/// The style sheet with the colors.
pub const STYLE_SHEET: &str = "components/yew-livechat.css";

/// Returns the components with a picture.
pub(crate) fn pictured() -> Result<Vec<String>> {
    let groups = gallery::read(&workspace::root()?.join(GALLERY))?;
    Ok(groups.into_iter().flat_map(|group| group.entries).collect())
}

/// Generates the page from the current sources.
pub(crate) fn run() -> Result<()> {
    write(&workspace::root()?)
}

/// After new pictures: compresses them, and generates the page.
pub(crate) fn finish(root: &Path) -> Result<()> {
    pictures::shrink(root)?;
    write(root)
}

/// Writes the page, and fails if something is missing.
pub fn write(root: &Path) -> Result<()> {
    let (page, gaps) = read(root)?;
    fs::write(root.join(PAGE), page)?;
    println!("Wrote {PAGE}.");
    refuse(&gaps)
}

/// Fails if there are gaps.
pub fn refuse(gaps: &[String]) -> Result<()> {
    ensure!(gaps.is_empty(), "The catalogue of components has gaps:\n- {}", gaps.join("\n- "));
    Ok(())
}

/// Returns the page, and what is missing or superfluous, each with what to do.
pub fn read(root: &Path) -> Result<(String, Vec<String>)> {
    let components = components::read(&root.join(COMPONENTS))?;
    let groups = gallery::read(&root.join(GALLERY))?;
    let colors = colors::read(&fs::read_to_string(root.join(STYLE_SHEET))?)?;
    let entries: Vec<&str> = groups.iter().flat_map(|group| &group.entries).map(String::as_str).collect();
    let mut gaps = Vec::new();
    for Component { name, file, summary, example, .. } in &components {
        if summary.is_empty() {
            gaps.push(format!("{name} has no summary: begin its documentation with one"));
        }
        if example.is_none() {
            gaps.push(format!("{name} has no example: write one into its documentation, between ```rust and ```"));
        }
        // Parts of another component share its file, its gallery entry and its picture.
        if !components.iter().any(|shown| shown.file == *file && entries.contains(&&*shown.name)) {
            gaps.push(format!("{name} is not in the gallery: add an <Entry name=\"{name}\"> in {GALLERY}/"));
        }
    }
    let unknown = entries.iter().filter(|entry| !components.iter().any(|component| component.name == **entry));
    gaps.extend(unknown.map(|entry| format!("the gallery shows {entry}, which is not a component: rename it")));
    gaps.extend(controls::gaps(&components, &fs::read_to_string(root.join(controls::FILE))?)?);
    gaps.extend(pictures::gaps(root, entries.iter().copied()));
    Ok((page::render(&groups, &components, &colors), gaps))
}
