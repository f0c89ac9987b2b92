//! The files of a package.

use anyhow::{Result, ensure};

/// What every package has. Cargo itself adds the last four.
const NEEDED: [&str; 7] = [
    "README.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Cargo.toml",
    "Cargo.toml.orig",
    "Cargo.lock",
    ".cargo_vcs_info.json",
];

/// What some have besides their sources.
const MORE: [(&str, &[&str]); 2] = [
    ("yew-livechat-components", &["yew-livechat.css"]),
    ("yew-livechat", &["CHANGELOG.md", "static/prelude.js", "static/start.js"]),
];

/// Looks for what is missing, and for what does not belong.
pub(super) fn check(name: &str, listed: &str) -> Result<()> {
    // Cargo names the commit only where there is one.
    let missing: Vec<&str> = NEEDED
        .into_iter()
        .filter(|file| *file != ".cargo_vcs_info.json" && !listed.lines().any(|line| line == *file))
        .collect();
    ensure!(missing.is_empty(), "the package {name} lacks {}: see `include` in its Cargo.toml", missing.join(", "));
    ensure!(listed.lines().any(|file| file == "src/lib.rs"), "the package {name} has no src/lib.rs");
    let more = MORE.iter().find(|(owner, _)| *owner == name).map_or(&[][..], |(_, files)| files);
    let lacking: Vec<&&str> = more.iter().filter(|file| !listed.lines().any(|line| line == **file)).collect();
    ensure!(lacking.is_empty(), "the package {name} lacks {lacking:?}: see `include` in its Cargo.toml");
    let foreign: Vec<&str> =
        listed.lines().filter(|file| !(NEEDED.contains(file) || more.contains(file) || is_source(file))).collect();
    ensure!(foreign.is_empty(), "{} do not belong into the package {name}: see `include`", foreign.join(", "));
    Ok(())
}

fn is_source(file: &str) -> bool {
    let ends = |end: &str| file.ends_with(end);
    file.starts_with("src/") && (ends(".rs") || ends(".css") || ends(".json") || ends(".md") || ends(".svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(more: &str) -> String {
        format!("{}\nsrc/lib.rs\nsrc/a/b.rs\n{more}", NEEDED.join("\n"))
    }

    #[test]
    fn sources_and_what_is_named_pass() {
        assert!(check("livechat-protocol", &listed("")).is_ok());
        assert!(check("yew-livechat-components", &listed("yew-livechat.css")).is_ok());
    }

    #[test]
    fn what_does_not_belong_is_named_and_so_is_what_is_missing() {
        for (name, more, says) in [
            ("livechat-protocol", "tests/events.rs", "tests/events.rs do not belong"),
            ("livechat-protocol", "yew-livechat.css", "yew-livechat.css do not belong"),
            ("yew-livechat", "CHANGELOG.md\nstatic/prelude.js", "lacks [\"static/start.js\"]"),
        ] {
            let error = check(name, &listed(more)).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
        let error = check("livechat-protocol", &listed("").replace("LICENSE-MIT", "")).unwrap_err().to_string();
        assert!(error.contains("lacks LICENSE-MIT"), "{error}");
    }
}
