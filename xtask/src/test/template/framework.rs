//! Where a project gets the framework: from a tagged release of the repository, or here from this checkout.

use cargo_livechat::template::framework::with_paths;

use crate::files;
use crate::prelude::*;
use crate::workspace::{self, REPOSITORY};

/// This checkout's release.
const TAG: &str = concat!("v", env!("CARGO_PKG_VERSION"));

/// Returns the command that installs a program of the release: cargo-livechat, or livechat-shrink, as a release build
/// without it suggests.
pub(super) fn install(program: &str) -> String {
    format!("cargo install --locked --git {REPOSITORY} --tag {TAG} {program}")
}

/// Fails, with what to do, unless the template and the guide name the workspace's version.
pub fn check_tag(root: &Path) -> Result<()> {
    let (in_manifest, in_command) = (format!("tag = \"{TAG}\""), format!("--tag {TAG} "));
    for (file, line, tag) in [
        ("template/Cargo.toml.liquid", "^.*git = \"", &in_manifest),
        ("docs/getting-started.md", "^cargo generate ", &in_command),
        ("docs/getting-started.md", "^cargo install .* cargo-livechat", &in_command),
        ("README.md", "^cargo install .* cargo-livechat", &in_command),
        ("template/.github/workflows/ci.yml", "cargo install .* cargo-livechat", &in_command),
        ("template/README.md", "cargo install .* cargo-livechat", &in_command),
        ("docs/deploying.md", "^cargo install .* livechat-shrink", &in_command),
        ("docs/getting-started.md", "^cargo install .* livechat-shrink", &in_command),
        ("trunk/release.ps1", "cargo install .* livechat-shrink", &in_command),
        ("trunk/release.sh", "cargo install .* livechat-shrink", &in_command),
    ] {
        check_lines(file, &fs::read_to_string(root.join(file))?, line, tag)?;
    }
    check_once(root)
}

/// Fails unless a project names the framework's release in one place only.
fn check_once(root: &Path) -> Result<()> {
    let mut places = Vec::new();
    let is_manifest = |file: &PathBuf| file.ends_with("Cargo.toml") || file.ends_with("Cargo.toml.liquid");
    for manifest in files::below(&root.join("template"))?.into_iter().filter(is_manifest) {
        let count = fs::read_to_string(&manifest)?.matches("git = \"").count();
        places.extend(vec![manifest.strip_prefix(root)?.display().to_string(); count]);
    }
    ensure!(
        places == ["template/Cargo.toml.liquid"],
        "{} name the framework's release: name it only in [workspace.dependencies], and write `workspace = true` elsewhere",
        places.join(", ")
    );
    Ok(())
}

fn check_lines(file: &str, text: &str, pattern: &str, tag: &str) -> Result<()> {
    let pattern = Regex::new(pattern)?;
    let mut lines = text.lines().filter(|line| pattern.is_match(line)).peekable();
    ensure!(lines.peek().is_some(), "{file} does not name this repository: adapt {}", file!());
    for line in lines {
        ensure!(line.contains(tag), "`{line}` in {file} is not for this version: write `{}` there", tag.trim());
    }
    Ok(())
}

/// Replaces the repository with this checkout in every manifest, and copies its lock file.
///
/// A `[patch]` would be shorter, but then Cargo still clones the repository first.
pub(super) fn use_this_checkout(folder: &Path) -> Result<()> {
    let root = workspace::root()?;
    for manifest in files::below(folder)?.into_iter().filter(|file| file.ends_with("Cargo.toml")) {
        let text = with_paths(&fs::read_to_string(&manifest)?, &root)?;
        ensure!(!text.contains("git = \""), "{} still depends on a repository: adapt {}", manifest.display(), file!());
        fs::write(manifest, text)?;
    }
    let lock = folder.join("Cargo.lock");
    if !lock.exists() {
        // The versions that are already built, rather than the newest.
        fs::copy(root.join("Cargo.lock"), lock)?;
    }
    Ok(())
}
