//! The report: as text, as a page, and as JSON.

mod html;
mod json;
mod text;

use super::extension::Page;
use super::finding::Finding;
use super::picture::Picture;
use super::table::Check;
use crate::prelude::*;

pub use self::json::json;
pub use self::text::text;

/// The page's file in the report's folder.
pub const PAGE: &str = "index.html";

/// Everything that the checks have found.
#[derive(Debug)]
pub struct Report {
    /// The name of the project.
    pub name: String,
    /// The extensions that were checked.
    pub pages: Vec<Page>,
    /// The checks that were made.
    pub checks: Vec<&'static Check>,
    /// The problems, in the order of the checks.
    pub findings: Vec<Finding>,
    /// What could not be checked, and other remarks.
    pub notes: Vec<String>,
    /// A picture of every view.
    pub pictures: Vec<Picture>,
    /// The bytes of all files, with brotli.
    pub weight: usize,
}

impl Report {
    /// The findings of a check.
    pub fn of(&self, check: &Check) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.check == check)
    }
}

/// Writes the page, its pictures and the JSON into this folder, in place of an earlier report.
pub fn write(report: &Report, folder: &Path) -> Result<()> {
    let pictures = folder.join("pictures");
    if pictures.exists() {
        fs::remove_dir_all(&pictures)?;
    }
    fs::create_dir_all(&pictures)?;
    for picture in &report.pictures {
        fs::write(pictures.join(picture.file()), &picture.png)?;
    }
    fs::write(folder.join(PAGE), html::html(report))?;
    fs::write(folder.join("report.json"), format!("{:#}\n", json(report)))?;
    Ok(())
}
