//! The files of a page that belong to the framework, in this crate's version.

use std::{fs, io, path::Path};

/// The command that writes them, run in a project's folder.
pub(crate) const COMMAND: &str = "page-files";

/// Their paths in a project, with their content.
const FILES: &[(&str, &str)] = &[
    ("static/prelude.js", include_str!("../../static/prelude.js")),
    ("static/start.js", include_str!("../../static/start.js")),
    #[cfg(feature = "sign-in")]
    ("static/sign-in.js", include_str!("../../static/sign-in.js")),
    ("static/yew-livechat.css", yew_livechat_components::STYLE_SHEET),
];

/// Writes the files into a project's folder. Returns a line about each.
///
/// # Errors
/// If the folder is not a project, or a file cannot be written; the error names it.
pub(crate) fn write(project: &Path) -> io::Result<Vec<String>> {
    if !project.join("index.html").is_file() {
        let error = "there is no index.html here: run this in the project's folder";
        return Err(io::Error::new(io::ErrorKind::NotFound, error));
    }
    FILES.iter().map(|(file, text)| write_file(&project.join(file), file, text)).collect()
}

fn write_file(path: &Path, name: &str, text: &str) -> io::Result<String> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{name} cannot be written: {error}"));
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return Ok(format!("{name} is already version {}", env!("CARGO_PKG_VERSION")));
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(named)?;
    }
    fs::write(path, text).map_err(named)?;
    Ok(format!("wrote {name}, version {}", env!("CARGO_PKG_VERSION")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]
mod tests {
    use super::*;

    /// An empty folder for this test.
    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("yew-livechat-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn the_files_are_written_once_and_an_older_one_is_replaced() {
        let project = folder("page-files");
        fs::write(project.join("index.html"), "").unwrap();
        let lines = write(&project).unwrap();
        assert!(lines.len() == FILES.len() && lines.iter().all(|line| line.starts_with("wrote ")), "{lines:?}");
        for (file, text) in FILES {
            assert_eq!(fs::read_to_string(project.join(file)).unwrap(), *text, "{file}");
        }
        fs::write(project.join("static/start.js"), "// an older one").unwrap();
        let lines = write(&project).unwrap();
        let written: Vec<_> = lines.iter().filter(|line| line.starts_with("wrote ")).collect();
        assert!(written.len() == 1 && written[0].starts_with("wrote static/start.js"), "{lines:?}");
        fs::remove_dir_all(project).unwrap();
    }

    #[test]
    fn a_folder_without_a_page_is_left_alone() {
        let project = folder("no-page");
        let error = write(&project).unwrap_err().to_string();
        assert!(error.contains("there is no index.html here"), "{error}");
        assert_eq!(fs::read_dir(&project).unwrap().count(), 0);
        fs::remove_dir_all(project).unwrap();
    }

    #[test]
    fn a_file_that_cannot_be_written_is_named() {
        let project = folder("no-static");
        fs::write(project.join("index.html"), "").unwrap();
        fs::write(project.join("static"), "a file, and no folder").unwrap();
        let error = write(&project).unwrap_err().to_string();
        assert!(error.starts_with("static/prelude.js cannot be written"), "{error}");
        fs::remove_dir_all(project).unwrap();
    }

    #[test]
    fn the_scripts_have_the_version_of_the_crate() {
        let version = env!("CARGO_PKG_VERSION");
        for (file, line) in [
            ("prelude.js", format!("version: \"{version}\"")),
            ("start.js", format!("startVersion = \"{version}\"")),
            #[cfg(feature = "sign-in")]
            ("sign-in.js", format!("signInVersion = \"{version}\"")),
        ] {
            let text = FILES.iter().find(|(name, _)| name.ends_with(file)).map_or("", |(_, text)| *text);
            assert!(text.contains(&line), "write `{line}` into static/{file}");
        }
    }
}
