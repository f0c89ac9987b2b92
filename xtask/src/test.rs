//! `cargo xtask test`: runs every part in order, even after failures. Failures are repeated at the end: in a long run,
//! the end is what people see, and perhaps all that a CI server retains.

pub mod browser;
pub mod counts;
mod docs;
mod end_to_end;
mod engines;
mod format;
mod lints;
mod native;
mod published;
mod site;
pub mod template;

use std::process::exit;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::prelude::*;
use crate::process::Ended;
use crate::table;
use crate::tools::pins;

/// A part of the tests: one file each, in this folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Checks the code's formatting
    Format,
    /// Runs Clippy
    Lints,
    /// Tests that need no browser
    Native,
    /// Hooks, provider, bridge and the guide's recipes in headless Chromium
    Browser,
    /// Whole pages, with Playwright
    EndToEnd,
    /// What an extension promises, in Chromium, Firefox and WebKit
    Engines,
    /// A new extension from the template
    Template,
    /// Checks packages and the public API
    Published,
    /// Builds the guide and the API documentation, and checks their links
    Docs,
    /// Builds the website, and tests it with Playwright
    Site,
}

impl Part {
    /// Its name on the command line.
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn set_up(self, shell: &Shell) -> Result<()> {
        match self {
            Self::Format | Self::Lints | Self::Native | Self::Published => Ok(()),
            Self::Docs => pins::mdbook().ensure(shell),
            Self::Site => site::set_up(shell),
            Self::Browser => browser::set_up(shell),
            Self::EndToEnd => end_to_end::set_up(shell),
            Self::Engines => engines::set_up(shell),
            Self::Template => template::set_up(shell),
        }
    }

    fn run(self, shell: &Shell) -> Result<Ran> {
        match self {
            Self::Format => format::run(shell),
            Self::Lints => lints::run(shell),
            Self::Native => native::run(shell),
            Self::Browser => browser::run(shell),
            Self::EndToEnd => end_to_end::run(shell),
            Self::Engines => engines::run(shell),
            Self::Template => template::run(shell),
            Self::Published => published::run(shell),
            Self::Docs => docs::run(shell),
            Self::Site => site::run(shell),
        }
    }
}

/// How many lines of a runner's output to repeat after a failure: enough for the names and one message.
pub const LAST_LINES: usize = 80;

/// The result of a successful part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ran {
    /// A check without a count.
    Check,
    /// The number of passed tests. Zero is a failure: a part must not succeed because it no longer finds its tests.
    Tests(usize),
}

/// A row of the final table.
#[derive(Debug)]
pub struct Outcome {
    /// The part.
    pub part: Part,
    /// Its result, or its failure.
    pub result: Result<Ran>,
    /// Its duration.
    pub took: Duration,
}

/// Runs the named parts, or all.
pub(crate) fn run(shell: &Shell, only: &[Part]) -> Result<()> {
    let parts = Part::value_variants().iter().copied().filter(|part| only.is_empty() || only.contains(part));
    // First, so that a missing tool, which takes minutes or the network to install, is noticed at once.
    let ready: Vec<(Part, Result<()>)> = parts.map(|part| (part, part.set_up(shell))).collect();
    let run = |(part, ready): (Part, Result<()>)| {
        println!("\n== {} ==", part.name());
        let since = Instant::now();
        let result = ready.and_then(|()| part.run(shell)).and_then(refuse_no_tests);
        if let Err(error) = &result {
            // Without the captured output, which the report repeats.
            eprintln!("\n{}: {error}", part.name());
        }
        Outcome { part, result, took: since.elapsed() }
    };
    let outcomes: Vec<Outcome> = ready.into_iter().map(run).collect();
    println!("\n{}", report(&outcomes));
    if outcomes.iter().any(|outcome| outcome.result.is_err()) {
        // The report already has the details.
        exit(1);
    }
    Ok(())
}

/// Fails if no test has run.
pub fn refuse_no_tests(ran: Ran) -> Result<Ran> {
    ensure!(ran != Ran::Tests(0), "No test has run. Add one, or find out why none was found.");
    Ok(ran)
}

/// Returns the number of passed tests in a runner's summary.
pub fn counted(ended: &Ended, pattern: &str) -> Result<usize> {
    if !ended.status.success() {
        return Err(anyhow!("its last lines:\n{}", last_lines(&ended.text)).context("tests failed"));
    }
    counts::passed(&ended.text, pattern)
}

/// Returns the end of the output, where runners list their failures.
pub fn last_lines(text: &str) -> &str {
    let Some((start, _)) = text.trim_end().rmatch_indices('\n').nth(LAST_LINES - 1) else { return text };
    text.get(start + 1..).unwrap_or(text)
}

/// Formats the failures, the table, and a line with the counts.
pub fn report(outcomes: &[Outcome]) -> String {
    let row = |Outcome { part, result, took }: &Outcome| {
        let (result, tests) = match result {
            Ok(Ran::Tests(count)) => ("passed", count.to_string()),
            Ok(Ran::Check) => ("passed", String::new()),
            Err(_) => ("FAILED", String::new()),
        };
        [part.name(), result.to_owned(), tests, format!("{:.1} s", took.as_secs_f64())]
    };
    let rows: Vec<_> = outcomes.iter().map(row).collect();
    let table = table::render(["part", "result", ">tests", ">time"], &rows);
    let failures: Vec<String> = outcomes
        .iter()
        .filter_map(|Outcome { part, result, .. }| {
            Some(format!("-- {} --\n{:#}\n\n", part.name(), result.as_ref().err()?))
        })
        .collect();
    format!("{}{table}\n\n{} passed, {} failed", failures.concat(), outcomes.len() - failures.len(), failures.len())
}
