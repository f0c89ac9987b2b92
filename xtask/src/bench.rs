//! `cargo xtask bench`: measures the same extension in four implementations, side by side in one run. See `bench/`.

pub mod build;
pub mod by_crate;
mod developing;
mod engine;
pub mod figures;
pub mod report;

use serde_json::Value;

use self::figures::{NAMES, TITLES};
use crate::prelude::*;
use crate::test::template;
use crate::tools::browser;
use crate::tools::engines::{self, Engine};
use crate::{certificate, markdown, process, release, sizes, workspace};

/// The size of the benchmark.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Extent {
    /// How many times to measure each extension
    #[arg(long, default_value_t = 11, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// In how many of these runs each extension receives 100,000 events to measure retained memory; one minute each
    #[arg(long, default_value_t = 3)]
    long_runs: u32,
    /// Measure in this browser engine only; can be repeated. By default in all that are installed
    #[arg(long, value_enum, conflicts_with = "saving")]
    engine: Vec<Engine>,
    /// Write the results to docs/measured.md, and a summary to README.md
    #[arg(long, conflicts_with = "saving")]
    write: bool,
    /// Measure only the time from saving a file to seeing the change, compared with a Yew hello world
    #[arg(long)]
    saving: bool,
}

/// Builds, measures, and reports the results and missed budgets.
pub(crate) fn run(shell: &Shell, extent: &Extent) -> Result<()> {
    let chromium = browser::ensure(shell)?;
    if extent.saving {
        return developing::run(shell, &chromium, extent.runs);
    }
    let installed = engines::ensure(shell)?;
    if let Some(missing) = extent.engine.iter().find(|engine| !installed.contains(engine)) {
        bail!("{}", engines::without(*missing));
    }
    let engines = if extent.engine.is_empty() { installed } else { extent.engine.clone() };
    build::run(shell)?;
    println!("\nMeasuring. Leave the machine alone.");
    for engine in engines {
        match engine {
            Engine::Chromium => in_chromium(shell, &chromium, extent)?,
            other => engine::run(shell, other, extent.runs, extent.write)?,
        }
    }
    Ok(())
}

/// Measures everything in Chromium: start, work, memory, saving, and bytes.
fn in_chromium(shell: &Shell, chromium: &Path, extent: &Extent) -> Result<()> {
    let root = workspace::root()?;
    let target = root.join("target/bench");
    let Extent { runs, long_runs, write, .. } = *extent;
    println!("Chromium takes about {} minutes.", runs + 3 * long_runs + 3);
    let certificate = certificate::ensure()?;
    let (runs_text, long_runs_text, bench) = (runs.to_string(), long_runs.to_string(), root.join("bench"));
    process::run(cmd!(
        shell,
        "node {target}/measure/main.mjs {target} {certificate} {certificate} {chromium} {runs_text} {long_runs_text} {NAMES...}"
    ))?;
    process::run(cmd!(
        shell,
        "node {target}/measure/saving.mjs {target} {bench} {certificate} {certificate} {chromium} {runs_text} {NAMES...}"
    ))?;
    let (samples, saving) = (read(&target.join("samples.json"))?, read(&target.join("saving.json"))?);
    let sizes = weigh(shell, &target)?;
    let crates = by_crate::table(shell, &target)?;

    let measures = figures::measures(&samples, &saving, &sizes)?;
    fs::write(target.join("results.json"), figures::to_json(&samples["browser"], &measures, &sizes).to_string())?;
    let about = format!(
        "Medians (p99 where stated) of {runs} interleaved runs, and of {long_runs} for memory, in {} on one noisy machine. After \
         each value is its ratio to the SDK with React 19 in the same run. The slow network has a round-trip time of 100 ms, \
         and 200 kB per second.",
        samples["browser"].as_str().unwrap_or_default()
    );
    let (table, missed) = (report::markdown(&measures), report::missed(&measures));
    let sizes = report::sizes(&sizes);
    println!("\n{table}\n{sizes}\n\n{crates}\n\n{missed}");
    if write {
        let page = root.join("docs/measured.md");
        markdown::replace(&root.join("README.md"), "bench", report::summary(&measures)?.trim_end())?;
        markdown::replace(&page, "bench", &format!("{table}\n{about}"))?;
        markdown::replace(&page, "sizes", &format!("```text\n{sizes}\n```"))?;
        markdown::replace(&page, "crates", &format!("```text\n{crates}\n```"))?;
        markdown::replace(&page, "missed", &missed)?;
    }
    Ok(())
}

/// Returns bytes over the wire by build: the four extensions first.
fn weigh(shell: &Shell, target: &Path) -> Result<Vec<(String, usize)>> {
    let mut weighed = Vec::new();
    for (name, title) in NAMES.into_iter().zip(TITLES) {
        weighed.push((title.to_owned(), sizes::brotli_of(&target.join(name).join("dist"))?));
    }
    let mut weigh = |what: &str, bytes| weighed.push((what.to_owned(), bytes));
    weigh("yew-livechat with panics cut out", build::with_panics_cut_out(shell, target)?);
    weigh("yew-livechat with immediate abort", build::with_immediate_abort(shell, target)?);
    weigh("the demo: every hook, command and component", sizes::brotli_of(&release::build(shell)?)?);
    weigh("a new project, details placement", sizes::brotli_of(&template::build_one(shell)?)?);
    Ok(weighed)
}

fn read(file: &Path) -> Result<Value> {
    serde_json::from_str(&fs::read_to_string(file)?)
        .with_context(|| format!("cannot parse {}: measure again", file.display()))
}
