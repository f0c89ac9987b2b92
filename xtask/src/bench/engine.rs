//! Measures start and work in Firefox or WebKit, of our extension and React's.

use super::figures::NAMES;
use super::{figures, read, report};
use crate::prelude::*;
use crate::tools::engines::Engine;
use crate::{certificate, markdown, process, workspace};

/// Measures, prints the table and, if requested, writes it to docs/measured.md.
pub(super) fn run(shell: &Shell, engine: Engine, runs: u32, write: bool) -> Result<()> {
    let root = workspace::root()?;
    let target = root.join("target/bench");
    let (name, runs_text, certificate) = (engine.name(), runs.to_string(), certificate::ensure()?);
    let [ours, react, ..] = NAMES;
    process::run(cmd!(
        shell,
        "node {target}/measure/engine.mjs {target} {certificate} {certificate} {name} {runs_text} {ours} {react}"
    ))?;
    let samples = read(&target.join(format!("samples-{name}.json")))?;
    let table = report::of_engine(&figures::of_engine(&samples)?);
    let about = format!("{runs} interleaved runs in {}.", samples["browser"].as_str().unwrap_or_default());
    println!("\n{table}\n{about}");
    if write {
        markdown::replace(&root.join("docs/measured.md"), &format!("bench-{name}"), &format!("{table}\n{about}"))?;
    }
    Ok(())
}
