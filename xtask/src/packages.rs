//! The published packages: `cargo xtask package` builds each as a user would get it; `check` inspects their contents.

pub mod contents;
pub mod metadata;

use std::env;

use crate::prelude::*;
use crate::process;

/// The crates, each after its dependencies.
pub(crate) const PUBLISHED: [&str; 8] = [
    "livechat-protocol",
    "livechat-api",
    "yew-livechat-components",
    "yew-livechat-simulator",
    "yew-livechat",
    "fake-livechat",
    "livechat-shrink",
    "cargo-livechat",
];
/// Those whose library is only for the program in the same package, and may change with every version.
pub(crate) const PROGRAMS: [&str; 2] = ["livechat-shrink", "cargo-livechat"];

/// Does everything except uploading: packages all crates in order, and builds each from the others' packages.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    check(shell)?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    remove_stale(shell, &home.context("cannot find Cargo's home: set CARGO_HOME")?)?;
    let packages = PUBLISHED.iter().flat_map(|name| ["--package", name]);
    println!("Building each crate from its package. This takes about five minutes.");
    process::run(cmd!(shell, "cargo publish --dry-run --allow-dirty --all-features {packages...}"))?;
    println!("\nEach can be published, in this order: {}.", PUBLISHED.join(", "));
    Ok(())
}

/// Checks the contents of each package. Returns the number of packages.
pub(crate) fn check(shell: &Shell) -> Result<usize> {
    metadata::check(shell)?;
    for name in PUBLISHED {
        let listed = cmd!(shell, "cargo package --list --allow-dirty --package {name}").quiet().read()?;
        contents::check(name, &listed)?;
    }
    Ok(PUBLISHED.len())
}

/// Removes our packages from an earlier run.
///
/// For a dry run of several crates, Cargo creates a registry in the target folder, and unpacks its packages in Cargo's
/// home beside all other crates. It reuses an unpacked package with the same name and version even if the sources have
/// changed since. The folder names of other registries begin with a host; these have none.
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
