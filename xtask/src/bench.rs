//! `cargo xtask bench`: the same extension four times, measured side by side in one run. See `bench/`.

mod build;
mod by_crate;
mod figures;
mod generated;
mod immediate_abort;
mod marked;
mod report;
mod samples;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use self::figures::Sizes;
use self::samples::{NAMES, Samples, Saving};
use crate::certificate::{self, Certificate};
use crate::tools::browser::{self, Browser};
use crate::tools::pinned::{tools_folder, with_programs_from};
use crate::{process, release, sizes, workspace};

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// How often each extension is measured.
    pub(crate) runs: u32,
    /// In how many of these it is sent 100,000 events, for what memory they leave behind: a minute each.
    pub(crate) long_runs: u32,
    /// Whether README.md and docs/measured.md get what is found.
    pub(crate) write: bool,
}

/// Builds, measures, and says what was found and which budget is missed.
pub(crate) fn run(shell: &Shell, extent: Extent) -> Result<ExitCode> {
    let Browser { chromium, .. } = browser::ensure(shell)?;
    let programs = build::run(shell)?;
    let root = workspace::root()?;
    let target = root.join("target/bench");

    println!("\nMeasuring. This takes about {} minutes; leave the machine alone.", minutes(extent));
    measure(shell, &target, &chromium, extent)?;
    let saving = measure_saving(shell, &target, &programs, &chromium, extent)?;
    let samples: Samples = read(&target.join("samples.json"))?;

    let mut weighed = Vec::new();
    for (name, title) in NAMES.into_iter().zip(report::TITLES) {
        weighed.push((title.to_owned(), sizes::brotli_of(&target.join(name).join("dist"))?));
    }
    weighed.push(("yew-livechat with immediate abort".to_owned(), immediate_abort::weigh(shell, &target)?));
    weighed
        .push(("the demo: every hook, command and component".to_owned(), sizes::brotli_of(&release::build(shell)?)?));
    weighed.push(("what `cargo generate` makes, details".to_owned(), generated::weigh(shell)?));
    let sizes = Sizes(weighed);
    let crates = by_crate::table(shell, &target)?;

    let measures = figures::measures(&samples, &saving, &sizes)?;
    fs::write(target.join("results.json"), figures::to_json(&samples, &measures, &sizes).to_string())
        .with_context(|| format!("cannot write into {}", target.display()))?;
    println!("\n{}", report::terminal(&measures));
    println!("\n{}\n\n{crates}\n\n{}", report::sizes(&sizes), report::missed(&measures));
    if extent.write {
        let about = report::about(&samples, extent);
        marked::replace(&root.join("README.md"), "bench", &report::markdown(&measures, &about))?;
        let page = root.join("docs/measured.md");
        marked::replace(&page, "bench", &report::markdown(&measures, &about))?;
        marked::replace(&page, "sizes", &format!("```text\n{}\n```", report::sizes(&sizes)))?;
        marked::replace(&page, "crates", &format!("```text\n{crates}\n```"))?;
        marked::replace(&page, "missed", &report::missed(&measures))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// From the runs there were.
fn minutes(extent: Extent) -> u32 {
    extent.runs + 3 * extent.long_runs + 3
}

fn measure(shell: &Shell, target: &Path, chromium: &Path, extent: Extent) -> Result<()> {
    let Certificate { key, certificate } = certificate()?;
    let (runs, long_runs) = (extent.runs.to_string(), extent.long_runs.to_string());
    process::run(cmd!(
        shell,
        "node {target}/measure/main.mjs {target} {key} {certificate} {chromium} {runs} {long_runs} {NAMES...}"
    ))
}

fn measure_saving(
    shell: &Shell,
    target: &Path,
    programs: &[PathBuf],
    chromium: &Path,
    extent: Extent,
) -> Result<Saving> {
    let Certificate { key, certificate } = certificate()?;
    let runs = extent.runs.to_string();
    let bench = build::folder()?;
    let command = cmd!(
        shell,
        "node {target}/measure/saving.mjs {target} {bench} {key} {certificate} {chromium} {runs} {NAMES...}"
    );
    process::run(with_programs_from(command, programs)?)?;
    read(&target.join("saving.json"))
}

fn certificate() -> Result<Certificate> {
    Ok(certificate::ensure(&tools_folder()?.join("certificate"), SystemTime::now())?.0)
}

fn read<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}: measure again", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot make sense of {}: measure again", file.display()))
}
