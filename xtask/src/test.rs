//! `cargo xtask test`: every part in order, a failure in one does not keep the others from running.

mod browser;
mod counts;
mod docs;
mod end_to_end;
mod faults;
mod format;
mod links;
mod lints;
mod native;
mod published;
pub(crate) mod template;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use clap::ValueEnum;
use xshell::Shell;

use crate::process::Ended;
use crate::table::{self, Align};

/// A part of the tests: one file each, in this folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Is the code formatted?
    Format,
    /// Has Clippy nothing to say?
    Lints,
    /// Has every fault in the register a test?
    Faults,
    /// Tests that need no browser
    Native,
    /// Hooks, provider, bridge and the guide's recipes in headless Chromium
    Browser,
    /// Whole pages, with Playwright
    EndToEnd,
    /// A new extension from the template
    Template,
    /// Are packages, public API and the documentation's examples as they should be?
    Published,
    /// Do the guide and the API's documentation build, and do their links lead somewhere?
    Docs,
}

impl Part {
    const ALL: [Self; 9] = [
        Self::Format,
        Self::Lints,
        Self::Faults,
        Self::Native,
        Self::Browser,
        Self::EndToEnd,
        Self::Template,
        Self::Published,
        Self::Docs,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lints => "lints",
            Self::Faults => "faults",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::EndToEnd => "end-to-end",
            Self::Template => "template",
            Self::Published => "published",
            Self::Docs => "docs",
        }
    }

    fn set_up(self, shell: &Shell) -> Result<()> {
        match self {
            Self::Format | Self::Lints | Self::Faults | Self::Native | Self::Published => Ok(()),
            Self::Docs => docs::set_up(shell).map(drop),
            Self::Browser => browser::set_up(shell).map(drop),
            Self::EndToEnd => end_to_end::set_up(shell).map(drop),
            Self::Template => template::set_up(shell).map(drop),
        }
    }

    fn run(self, shell: &Shell) -> Result<Ran> {
        match self {
            Self::Format => format::run(shell),
            Self::Lints => lints::run(shell),
            Self::Faults => faults::run(),
            Self::Native => native::run(shell),
            Self::Browser => browser::run(shell),
            Self::EndToEnd => end_to_end::run(shell),
            Self::Template => template::run(shell),
            Self::Published => published::run(shell),
            Self::Docs => docs::run(shell),
        }
    }
}

/// What a part that went well has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ran {
    /// It is a check that counts nothing.
    Check,
    /// So many tests passed. None at all is a failure: a part must not be green because it has
    /// stopped looking.
    Tests(usize),
}

/// One line of the last table.
#[derive(Debug)]
struct Outcome {
    part: Part,
    result: Result<Ran>,
    took: Duration,
}

/// Runs the parts named, or all.
pub(crate) fn run(shell: &Shell, only: &[Part]) -> Result<ExitCode> {
    let parts: Vec<Part> = Part::ALL.into_iter().filter(|part| only.is_empty() || only.contains(part)).collect();
    // Before the first part, so that what needs minutes or the network is known at once.
    let ready: Vec<Result<()>> = parts.iter().map(|part| part.set_up(shell)).collect();
    let outcomes: Vec<Outcome> = parts
        .into_iter()
        .zip(ready)
        .map(|(part, ready)| {
            println!("\n== {} ==", part.name());
            let since = Instant::now();
            let result = ready.and_then(|()| part.run(shell)).and_then(refuse_no_tests);
            if let Err(error) = &result {
                eprintln!("\n{}: {error:#}", part.name());
            }
            Outcome { part, result, took: since.elapsed() }
        })
        .collect();
    println!("\n{}", report(&outcomes));
    Ok(if outcomes.iter().all(|outcome| outcome.result.is_ok()) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn refuse_no_tests(ran: Ran) -> Result<Ran> {
    ensure!(ran != Ran::Tests(0), "No test has run. Add one, or look why none is found.");
    Ok(ran)
}

/// For a part whose tests a runner counts: how many passed, by its closing lines.
fn counted(ended: &Ended, count: fn(&str) -> usize) -> Result<usize> {
    if !ended.status.success() {
        bail!("Tests have failed. See the messages above.");
    }
    Ok(count(&ended.text))
}

/// The table, then one line with the count.
fn report(outcomes: &[Outcome]) -> String {
    let rows: Vec<_> = outcomes
        .iter()
        .map(|Outcome { part, result, took }| {
            let (result, tests) = match result {
                Ok(Ran::Tests(count)) => ("passed", count.to_string()),
                Ok(Ran::Check) => ("passed", String::new()),
                Err(_) => ("FAILED", String::new()),
            };
            [part.name().to_owned(), result.to_owned(), tests, format!("{:.1} s", took.as_secs_f64())]
        })
        .collect();
    let table = table::render(
        [("part", Align::Left), ("result", Align::Left), ("tests", Align::Right), ("time", Align::Right)],
        &rows,
    );
    let passed = outcomes.iter().filter(|outcome| outcome.result.is_ok()).count();
    let failed = outcomes.len() - passed;
    format!("{table}\n\n{passed} passed, {failed} failed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    #[test]
    fn names_on_the_command_line_and_in_the_table_are_the_same() {
        for part in Part::value_variants() {
            let value = part.to_possible_value().unwrap();
            assert_eq!(value.get_name(), part.name());
            assert!(Part::ALL.contains(part));
        }
        assert_eq!(Part::value_variants().len(), Part::ALL.len());
    }

    #[test]
    fn a_part_that_ran_no_test_has_failed() {
        assert!(refuse_no_tests(Ran::Tests(0)).is_err());
        assert!(refuse_no_tests(Ran::Tests(1)).is_ok());
        assert!(refuse_no_tests(Ran::Check).is_ok());
    }

    #[test]
    fn the_report_ends_with_the_count_of_parts() {
        let outcome = |part, result, milliseconds| Outcome { part, result, took: Duration::from_millis(milliseconds) };
        let text = report(&[
            outcome(Part::Format, Ok(Ran::Check), 1_240),
            outcome(Part::Native, Ok(Ran::Tests(312)), 12_000),
            outcome(Part::EndToEnd, Err(anyhow::anyhow!("red")), 50),
        ]);
        assert_eq!(
            text,
            "part        result  tests    time\n\
             ----------  ------  -----  ------\n\
             format      passed          1.2 s\n\
             native      passed    312  12.0 s\n\
             end-to-end  FAILED          0.1 s\n\
             \n\
             2 passed, 1 failed"
        );
    }
}
