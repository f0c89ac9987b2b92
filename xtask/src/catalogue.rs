//! `cargo xtask catalogue`: writes docs/components.md, the components with their pictures and examples.
//!
//! | to find | look in |
//! |---|---|
//! | what a component says of itself | `components`, `doc` |
//! | which components stand together | `gallery` |
//! | the custom properties of the style sheet | `colours` |
//! | how the page is written | `page`, `introduction.md` |
//! | what keeps the pictures in order, and small | `pictures`, `shrink` |

mod colours;
mod components;
mod doc;
mod gallery;
mod page;
mod pictures;
mod shrink;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use self::components::Component;
use self::gallery::Group;
use crate::workspace;

const PAGE: &str = "docs/components.md";
const COMPONENTS: &str = "components/src";
const GALLERY: &str = "demo/src/gallery";
const STYLE_SHEET: &str = "components/yew-livechat.css";

/// Writes the page, from what the sources say now.
pub(crate) fn run() -> Result<ExitCode> {
    write(&workspace::root()?)?;
    Ok(ExitCode::SUCCESS)
}

/// After the pictures have been taken: makes them small, and writes the page.
pub(crate) fn finish(root: &Path) -> Result<()> {
    pictures::shrink(root)?;
    write(root)
}

/// Writes the page, and fails if something is missing on it.
fn write(root: &Path) -> Result<()> {
    let catalogue = Catalogue::read(root)?;
    let page = root.join(PAGE);
    fs::write(&page, catalogue.page()?).with_context(|| format!("cannot write {}", page.display()))?;
    println!("{PAGE} is written: {} components.", catalogue.components.len());
    catalogue.refuse_gaps(catalogue.gaps(root))
}

/// Everything that the page is made of.
struct Catalogue {
    components: Vec<Component>,
    groups: Vec<Group>,
    style_sheet: String,
}

impl Catalogue {
    fn read(root: &Path) -> Result<Self> {
        let style_sheet = root.join(STYLE_SHEET);
        Ok(Self {
            components: components::read(&root.join(COMPONENTS))?,
            groups: gallery::read(&root.join(GALLERY))?,
            style_sheet: fs::read_to_string(&style_sheet)
                .with_context(|| format!("cannot read {}: restore it", style_sheet.display()))?,
        })
    }

    fn page(&self) -> Result<String> {
        page::render(&self.groups, &self.components, &colours::read(&self.style_sheet)?)
    }

    fn entries(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flat_map(|group| &group.entries).map(String::as_str)
    }

    /// What is missing, or too much, each with what to do.
    fn gaps(&self, root: &Path) -> Vec<String> {
        let entries: BTreeSet<&str> = self.entries().collect();
        // Parts of another component share its file, its entry and its picture.
        let shown: BTreeSet<&str> = self
            .components
            .iter()
            .filter(|component| entries.contains(&*component.name))
            .map(|component| &*component.file)
            .collect();
        let mut gaps = Vec::new();
        for Component { name, file, summary, example, .. } in &self.components {
            if summary.is_empty() {
                gaps.push(format!("{name} does not say what it is: begin its documentation with that"));
            }
            if example.is_none() {
                gaps.push(format!("{name} has no example: write one into its documentation, between ```rust and ```"));
            }
            if !shown.contains(&**file) {
                gaps.push(format!("{name} is not in the gallery: add an <Entry name=\"{name}\"> in {GALLERY}/"));
            }
        }
        let known: BTreeSet<&str> = self.components.iter().map(|component| &*component.name).collect();
        gaps.extend(
            entries
                .difference(&known)
                .map(|entry| format!("the gallery shows {entry}, which is no component: rename it")),
        );
        gaps.extend(pictures::gaps(root, self.entries()));
        gaps
    }

    fn refuse_gaps(&self, gaps: Vec<String>) -> Result<()> {
        if !gaps.is_empty() {
            bail!("The catalogue of components has gaps:\n- {}", gaps.join("\n- "));
        }
        Ok(())
    }
}

#[cfg(test)]
fn check(root: &Path) -> Result<()> {
    let catalogue = Catalogue::read(root)?;
    let mut gaps = catalogue.gaps(root);
    if fs::read_to_string(root.join(PAGE)).ok() != Some(catalogue.page()?) {
        gaps.push(format!("{PAGE} is not what the sources say: run `cargo xtask catalogue`"));
    }
    catalogue.refuse_gaps(gaps)
}

#[cfg(test)]
mod tests;
