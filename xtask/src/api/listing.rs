//! A crate's public API as text, a line an item.

use anyhow::{Context, Result};
use public_api::Builder;
use xshell::{Shell, cmd};

use super::unlocked_rustdoc;
use crate::{process, workspace};

/// With all features. What every type has by itself, as `Send` or derived `Debug`, is left out: who takes one of these
/// away sees it in the code.
pub(super) fn of(shell: &Shell, name: &str) -> Result<String> {
    process::run(
        cmd!(
            shell,
            "cargo rustdoc --quiet --package {name} --lib --all-features -- -Zunstable-options --output-format json --cap-lints allow"
        )
        .env("RUSTDOC", unlocked_rustdoc::program()?)
        .env(unlocked_rustdoc::ASKED, "1"),
    )?;
    let file = workspace::target()?.join("doc").join(name.replace('-', "_")).with_extension("json");
    let api = Builder::from_rustdoc_json(&file)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .with_context(|| {
            format!("cannot read {}: is the version of `public-api` that of the compiler's format?", file.display())
        })?;
    Ok(format!("{api}"))
}
