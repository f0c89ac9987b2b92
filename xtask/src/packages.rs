//! What goes to the registry: `cargo xtask package` builds it as a user would get it; `check` looks at what is in it.

pub mod contents;
pub mod metadata;

use std::env;

use crate::prelude::*;
use crate::process;

/// The crates, each after those that it needs.
pub(crate) const PUBLISHED: [&str; 5] =
    ["livechat-protocol", "livechat-api", "yew-livechat-components", "yew-livechat-simulator", "yew-livechat"];

/// Does everything but the uploading: packs all crates in order, and builds each from the packages of the others.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    check(shell)?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    remove_stale(shell, &home.context("cannot tell where Cargo's home is: set CARGO_HOME")?)?;
    let packages = PUBLISHED.iter().flat_map(|name| ["--package", name]);
    println!("Building each crate from its package. This takes about two minutes.");
    process::run(cmd!(shell, "cargo publish --dry-run --allow-dirty --all-features {packages...}"))?;
    println!("\nEach can be published, in this order: {}.", PUBLISHED.join(", "));
    Ok(())
}

/// Is in each package what belongs there, and nothing else? Returns how many were looked at.
pub(crate) fn check(shell: &Shell) -> Result<usize> {
    metadata::check(shell)?;
    for name in PUBLISHED {
        let listed = cmd!(shell, "cargo package --list --allow-dirty --package {name}").quiet().read()?;
        contents::check(name, &listed)?;
    }
    Ok(PUBLISHED.len())
}

/// Removes our packages of an earlier run, and only those.
///
/// For a dry run of several crates Cargo makes a registry of its own in the target folder, and unpacks what it takes from
/// there beside all other crates, in its home. What it finds unpacked there under the same name and version it takes for
/// the same, though the sources have changed since. The names of other registries begin with a host; theirs have none.
pub fn remove_stale(shell: &Shell, home: &Path) -> Result<()> {
    let of_a_folder = Regex::new(r"[/\\]registry[/\\](src|cache)[/\\]-[^/\\]*$")?;
    let ours = Regex::new(&format!(r"[/\\]({})-\d[^/\\]*$", PUBLISHED.join("|")))?;
    let read = |folder: &Path| shell.read_dir(folder).unwrap_or_default().into_iter();
    let registries = ["src", "cache"].into_iter().flat_map(|kind| read(&home.join("registry").join(kind)));
    for registry in registries.filter(|folder| of_a_folder.is_match(&folder.to_string_lossy())) {
        for package in read(&registry).filter(|package| ours.is_match(&package.to_string_lossy())) {
            shell.remove_path(package)?;
        }
    }
    Ok(())
}
