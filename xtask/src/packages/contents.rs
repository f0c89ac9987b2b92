//! The files of a package.

use crate::prelude::*;

/// The files of every package.
const NEEDED: [&str; 5] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT", "src/lib.rs", "Cargo.toml"];
/// The files that Cargo adds. It names the commit only if there is one.
const ADDED: [&str; 3] = ["Cargo.toml.orig", "Cargo.lock", ".cargo_vcs_info.json"];
/// Additional files of some packages.
const MORE: [(&str, &[&str]); 3] = [
    ("cargo-livechat", &["src/main.rs", "src/template/files.txt"]),
    ("yew-livechat-components", &["yew-livechat.css"]),
    ("yew-livechat", &["CHANGELOG.md", "static/prelude.js", "static/start.js", "static/sign-in.js"]),
];

/// Fails if a file is missing or does not belong in the package.
pub fn check(name: &str, listed: &str) -> Result<()> {
    let more = MORE.iter().find(|(owner, _)| *owner == name).map_or(&[][..], |(_, files)| files);
    let needed: Vec<&str> = NEEDED.iter().chain(more).copied().collect();
    let missing: Vec<&str> = needed.iter().copied().filter(|file| !listed.lines().any(|line| line == *file)).collect();
    ensure!(missing.is_empty(), "the package {name} lacks {}: see `include` in its Cargo.toml", missing.join(", "));
    let source = Regex::new(r"^src/.*\.(rs|css|html|js|json|md|svg|txt)$")?;
    let belongs = |file: &&str| needed.contains(file) || ADDED.contains(file) || source.is_match(file);
    let foreign: Vec<&str> = listed.lines().filter(|file| !belongs(file)).collect();
    ensure!(
        foreign.is_empty(),
        "{} do not belong in the package {name}: see `include` in its Cargo.toml",
        foreign.join(", ")
    );
    Ok(())
}
