//! `cargo xtask test`: every part in order, a failure in one does not keep the others from running. What failed is said
//! again at the end: of a long run, the end is what people see, and all that a server for continuous integration may keep.

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

use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
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

/// So many lines of a runner's output are said again if its tests have failed: enough for the names and one story.
const LAST_LINES: usize = 80;

/// What a part that went well has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ran {
    /// It is a check that counts nothing.
    Check,
    /// So many tests passed. None at all is a failure: a part must not be green because it has
    /// stopped looking.
    Tests(usize),
}

/// Tests have failed, and what their runner said last.
#[derive(Debug)]
struct TestsFailed {
    last_lines: String,
}

impl fmt::Display for TestsFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tests have failed. See the messages above.")
    }
}

impl std::error::Error for TestsFailed {}

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
    ensure!(ended.status.success(), TestsFailed { last_lines: last_lines(&ended.text).to_owned() });
    Ok(count(&ended.text))
}

/// Where every runner says what has failed, and why.
fn last_lines(text: &str) -> &str {
    let Some((start, _)) = text.trim_end().rmatch_indices('\n').nth(LAST_LINES - 1) else { return text };
    text.get(start + 1..).unwrap_or(text)
}

/// What failed and how, the table, then one line with the count.
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
    let failures: String = outcomes
        .iter()
        .filter_map(|Outcome { part, result, .. }| Some((part.name(), result.as_ref().err()?)))
        .map(|(name, error)| match error.downcast_ref() {
            Some(TestsFailed { last_lines }) => format!("-- {name}, its last lines --\n{last_lines}\n\n"),
            None => format!("-- {name} --\n{error:#}\n\n"),
        })
        .collect();
    let passed = outcomes.iter().filter(|outcome| outcome.result.is_ok()).count();
    let failed = outcomes.len() - passed;
    format!("{failures}{table}\n\n{passed} passed, {failed} failed")
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

    #[cfg(unix)]
    #[test]
    fn a_runner_that_fails_leaves_its_last_lines() {
        use std::os::unix::process::ExitStatusExt as _;
        use std::process::ExitStatus;

        let ended = |code| Ended { status: ExitStatus::from_raw(code << 8), text: "  3 passed (1.0s)\n".to_owned() };
        let error = counted(&ended(1), counts::playwright).unwrap_err();
        assert_eq!(error.downcast::<TestsFailed>().unwrap().last_lines, "  3 passed (1.0s)\n");
        assert_eq!(counted(&ended(0), counts::playwright).unwrap(), 3);
    }

    #[test]
    fn of_a_long_output_the_end_is_said_again() {
        let text: String = (1..=LAST_LINES + 20).map(|line| format!("line {line}\n")).collect();
        let last = last_lines(&text);
        assert_eq!(last.lines().count(), LAST_LINES);
        assert!(last.starts_with("line 21\n"), "{last}");
        assert!(last.ends_with(&format!("line {}\n", LAST_LINES + 20)), "{last}");
        assert_eq!(last_lines("one\ntwo\n"), "one\ntwo\n");
        assert_eq!(last_lines(""), "");
    }

    #[test]
    fn the_report_ends_with_the_count_of_parts() {
        let outcome = |part, result, milliseconds| Outcome { part, result, took: Duration::from_millis(milliseconds) };
        let text = report(&[
            outcome(Part::Format, Ok(Ran::Check), 1_240),
            outcome(Part::Native, Ok(Ran::Tests(312)), 12_000),
            outcome(Part::Browser, Err(TestsFailed { last_lines: "  1 failed".to_owned() }.into()), 50),
            outcome(Part::EndToEnd, Err(anyhow::anyhow!("red")), 50),
        ]);
        assert_eq!(
            text,
            "-- browser, its last lines --\n  1 failed\n\
             \n\
             -- end-to-end --\n\
             red\n\
             \n\
             part        result  tests    time\n\
             ----------  ------  -----  ------\n\
             format      passed          1.2 s\n\
             native      passed    312  12.0 s\n\
             browser     FAILED          0.1 s\n\
             end-to-end  FAILED          0.1 s\n\
             \n\
             2 passed, 2 failed"
        );
    }
}
