//! Programs that are on PATH, and which version they are.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The first program of that name on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The same, where there is no going on without it; `get` says how to get it.
pub(crate) fn need(name: &str, get: &str) -> Result<PathBuf> {
    on_path(name).with_context(|| format!("There is no {name} on PATH: {get}."))
}

/// The first thing that looks like a version in what `program --version` says.
pub(crate) fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program)
        .arg("--version")
        // Trunk takes `NO_COLOR=1` for a mistake.
        .env_remove("NO_COLOR")
        .output()
        .ok()?;
    version_in(&String::from_utf8_lossy(&output.stdout))
}

fn version_in(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_say() {
        for (text, version) in [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.128 (abc 2026-01-01)", "0.2.128"),
            ("v20.20.2", "20.20.2"),
            ("Chromium 140.0.1 built on Debian 12", "140.0.1"),
            ("wasm-opt version 123 (version_123)", "123"),
        ] {
            assert_eq!(version_in(text).as_deref(), Some(version));
        }
        assert_eq!(version_in("no such option"), None);
    }

    #[test]
    fn a_program_that_is_not_there_has_no_version() {
        assert_eq!(on_path("no-such-program-at-all"), None);
        assert_eq!(version_of(Path::new("no-such-program-at-all")), None);
    }
}
