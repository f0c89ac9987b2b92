//! The extensions in a build: each page with its placement.

use livechat_protocol::PlacementKind;

use crate::files;
use crate::prelude::*;

/// An extension: a page of the build, and where in the Agent App it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The path below the root, without slashes around it.
    pub path: String,
    /// The placement.
    pub placement: PlacementKind,
}

impl Page {
    /// Its name in reports.
    #[must_use]
    pub fn name(&self) -> String {
        if self.path.is_empty() { self.placement.to_string() } else { format!("/{}", self.path) }
    }
}

impl std::str::FromStr for Page {
    type Err = String;

    /// Parses `PLACEMENT`, or `PATH=PLACEMENT`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (path, placement) = text.rsplit_once('=').unwrap_or(("", text));
        let placement = placement.replace('_', "-").parse().map_err(|_| {
            "name a placement, such as `details`, or a path and a placement, such as `dashboard=fullscreen`; the \
             placements are details, message-box, fullscreen and settings"
        })?;
        Ok(Self { path: path.trim_matches('/').to_owned(), placement })
    }
}

/// Finds the extensions in the project's source: the calls of `Extension::details()` and the like, with their paths in
/// `Extensions::at`.
///
/// # Errors
/// If the source declares no extension, or the path of one is not a string literal.
pub fn in_source(project: &Path) -> Result<Vec<Page>> {
    let call = Regex::new(
        r#"(?s)(?:\.at::<[^>]*>\(\s*(?:"([^"]*)"|([^",]+)),\s*)?\bExtension::(details|message_box|fullscreen|settings)\(\)"#,
    )?;
    let mut pages = Vec::new();
    for file in files::with_extension(&project.join("src"), "rs")? {
        let text = without_comments(&fs::read_to_string(&file)?);
        for found in call.captures_iter(&text) {
            ensure!(
                found.get(2).is_none(),
                "cannot read the path of an extension in {}; name each extension: `--page PATH=PLACEMENT`",
                file.display()
            );
            let path = found.get(1).map_or("", |path| path.as_str());
            let page: Page = format!("{path}={}", &found[3]).parse().map_err(|error: String| anyhow!(error))?;
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
    }
    let alone = pages.len() == 1;
    let paths: std::collections::BTreeSet<_> = pages.iter().map(|page| &page.path).collect();
    ensure!(
        alone || (!pages.is_empty() && paths.len() == pages.len()),
        "cannot find the placement of each extension in {}; name each extension: `--page PATH=PLACEMENT`, or `--page \
         PLACEMENT` for one at the root",
        project.join("src").display()
    );
    Ok(pages)
}

/// Drops lines with comments, which show examples.
fn without_comments(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(source: &str) -> Result<Vec<Page>> {
        let project = tempfile::tempdir().unwrap();
        fs::create_dir(project.path().join("src")).unwrap();
        fs::write(project.path().join("src/main.rs"), source).unwrap();
        in_source(project.path())
    }

    #[test]
    fn the_source_names_the_placement() {
        let source =
            "// like Extension::settings()\nfn main() {\n    Extension::message_box()\n        .mount::<App>();\n}";
        assert_eq!(pages(source).unwrap(), ["message-box".parse().unwrap()]);
    }

    #[test]
    fn the_source_names_the_path_of_each_of_several_extensions() {
        let source = "Extensions::new()\n.at::<Sidebar>(\"\", Extension::details())\n.at::<a::Board>(\"board\", \
                      Extension::fullscreen().origins([]))";
        assert_eq!(pages(source).unwrap(), ["details".parse().unwrap(), "board=fullscreen".parse().unwrap()]);
    }

    #[test]
    fn without_a_placement_in_the_source_an_option_is_needed() {
        for source in
            ["fn main() {}", "Extension::details(); Extension::settings()", "x.at::<A>(PATH, Extension::details())"]
        {
            let says = pages(source).unwrap_err().to_string();
            assert!(says.contains("`--page PATH=PLACEMENT`"), "{says}");
        }
    }

    #[test]
    fn a_page_is_a_placement_with_or_without_a_path() {
        let page: Page = "/shop/board/=fullscreen".parse().unwrap();
        assert_eq!((&*page.path, page.placement), ("shop/board", PlacementKind::Fullscreen));
        assert_eq!("message_box".parse::<Page>().unwrap().name(), "message-box");
        assert!("sidebar".parse::<Page>().unwrap_err().contains("message-box, fullscreen and settings"));
    }
}
