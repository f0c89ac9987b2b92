//! `cargo livechat new` and `cargo generate` create the same projects from `template/`, with different code.

use std::collections::BTreeSet;

use cargo_livechat::template::{self, Choices, Placement};
use clap::ValueEnum;

use crate::files;
use crate::prelude::*;

/// Compares the project in this folder, which cargo-generate has created, byte by byte.
pub(super) fn check(folder: &Path, name: &str, placement: &str, signs_in: bool) -> Result<()> {
    let placement = Placement::from_str(placement, false).map_err(|error| anyhow!(error))?;
    let ours = template::of(&Choices::new(name, placement, signs_in)?)?;
    let mut theirs = BTreeSet::new();
    for file in files::below(folder)? {
        let path = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        let text = fs::read(&file)?;
        ensure!(
            ours.get(&path).is_some_and(|own| own.as_bytes() == text),
            "`cargo livechat new` and `cargo generate` differ in {path} for {}, signs in: {signs_in}; compare \
             cargo-livechat/src/template.rs with template/*.rhai",
            placement.name()
        );
        theirs.insert(path);
    }
    let more: Vec<&str> = ours.keys().filter(|path| !theirs.contains(*path)).map(String::as_str).collect();
    ensure!(more.is_empty(), "`cargo generate` does not create {}, but `cargo livechat new` does", more.join(", "));
    println!("`cargo livechat new` creates the same {} files.", theirs.len());
    Ok(())
}
