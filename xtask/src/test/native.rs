//! Tests that need no browser: those of every crate, and the examples in the documentation.

use super::{Ran, counted, counts};
use crate::prelude::*;
use crate::process;
use crate::tools::on_path;

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let all = ["--workspace", "--exclude", "browser-tests", "--all-features"];
    let (tests, pattern) = match on_path("cargo-nextest") {
        Some(_) => (cmd!(shell, "cargo nextest run {all...}"), counts::NEXTEST),
        None => (cmd!(shell, "cargo test {all...} --all-targets"), counts::LIBTEST),
    };
    let tests = counted(&process::scan(tests)?, pattern)?;
    // nextest does not run documentation examples.
    let examples = process::scan(cmd!(shell, "cargo test --doc {all...} --exclude xtask"))?;
    Ok(Ran::Tests(tests + counted(&examples, counts::LIBTEST)?))
}
