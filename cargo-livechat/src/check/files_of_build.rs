//! What the built files themselves show, without a browser.

use super::finding::Findings;
use super::table;
use crate::prelude::*;
use crate::sizes::{self, grouped};
use crate::{files, headers};

/// The framework's files in the page, and how each states its version, also when minified.
const VERSIONS: [(&str, &str); 4] = [
    ("static/prelude.js", r#"yewLivechat\s*=\s*\{\s*version:\s*"([^"]+)""#),
    ("static/start.js", r#"\bstartVersion\s*=\s*"([^"]+)""#),
    ("static/sign-in.js", r#"\bsignInVersion\s*=\s*"([^"]+)""#),
    ("static/yew-livechat.css", r#"--lc-version:\s*"([^"]+)""#),
];

/// Compares the versions of the framework's files in the page with the crate's.
pub(super) fn versions(dist: &Path, crates: &str, findings: &mut Findings) -> Result<()> {
    let page = fs::read_to_string(dist.join("index.html"))?;
    for (file, pattern) in VERSIONS {
        let Some(found) = Regex::new(pattern)?.captures(&page) else { continue };
        let version = &found[1];
        if version != crates {
            let what = format!("{file} has version {version}, and the application uses yew-livechat {crates}");
            findings.add(&table::VERSIONS, what, "index.html");
        }
    }
    Ok(())
}

/// The names of the window in a script, also when wasm-bindgen wrote it and esbuild minified it: other objects may have
/// methods of these names.
const WINDOW: &str = r"\b(?:window|self|globalThis|arg\d+|[a-zA-Z_]{1,2})\.";

/// Looks for calls of the browser's dialogs in the scripts, also those that no test of the page reaches.
pub(super) fn dialogs(dist: &Path, findings: &mut Findings) -> Result<()> {
    let call = Regex::new(&format!(r"(?:^|[^\w$.]|\)\.|{WINDOW})(alert|confirm|prompt)\("))?;
    let definition = Regex::new(r"function\s+(?:alert|confirm|prompt)\(")?;
    let mut scripts = files::with_extension(dist, "js")?;
    scripts.extend(files::with_extension(dist, "html")?);
    for file in scripts {
        let text = definition.replace_all(&fs::read_to_string(&file)?, "").into_owned();
        for found in call.captures_iter(&text) {
            let name = file.strip_prefix(dist).unwrap_or(&file).display().to_string();
            findings.add(&table::DIALOGS, format!("a script calls `{}`", &found[1]), name);
        }
    }
    Ok(())
}

/// Returns the size of all files with brotli, of which copies may exist.
pub(super) fn weight(dist: &Path) -> Result<usize> {
    let mut total = 0;
    for name in headers::files_of(dist)? {
        let copy = dist.join(format!("{name}.br"));
        total += match copy.metadata() {
            Ok(copy) => usize::try_from(copy.len())?,
            Err(_) => {
                let bytes = fs::read(dist.join(&name))?;
                sizes::brotli(&bytes)?.len().min(bytes.len())
            }
        };
    }
    Ok(total)
}

/// Compares the weight with the limit.
pub(super) fn too_heavy(weight: usize, limit: usize, findings: &mut Findings) {
    if weight > limit {
        let what = format!("{} bytes with brotli; the limit is {}", grouped(weight), grouped(limit));
        findings.add(&table::WEIGHT, what, "all files");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str, find: impl FnOnce(&Path, &mut Findings)) -> Vec<String> {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), page).unwrap();
        let mut findings = Findings::default();
        find(dist.path(), &mut findings);
        findings.0.into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn the_versions_of_the_frameworks_files_are_read() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
        let page = ["static/prelude.js", "static/start.js", "static/sign-in.js", "components/yew-livechat.css"]
            .map(read)
            .concat();
        let own = env!("CARGO_PKG_VERSION");
        assert_eq!(found(&page, |dist, findings| versions(dist, own, findings).unwrap()), Vec::<String>::new());
        let other = found(&page, |dist, findings| versions(dist, "9.9.9", findings).unwrap());
        assert_eq!(other.len(), 4, "{other:?}");
        assert!(other[0].contains("static/prelude.js has version 0."), "{other:?}");
    }

    #[test]
    fn calls_of_dialogs_are_found_and_other_names_are_not() {
        let calls = |page: &str| found(page, |dist, findings| dialogs(dist, findings).unwrap()).len();
        for page in [
            "alert(1)",
            "if(confirm(\"x\"))go()",
            "window.prompt(`x`)",
            "k(a).alert(b)",
            "{a.alert(f(b,c))}",
            "arg0.confirm(x)",
            "return alert(x)",
            ";alert(x)",
        ] {
            assert_eq!(calls(page), 1, "{page}");
        }
        for page in ["onalert(1)", "$alert(1)", "dialog.confirm(1)", "function alert(){}", "alertable(1)", "confirm"] {
            assert_eq!(calls(page), 0, "{page}");
        }
    }
}
