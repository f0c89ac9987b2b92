//! What `cargo xtask test` reports about its parts, given their runners' output.

use std::time::Duration;

use anyhow::anyhow;
use xtask::test::counts::{ENGINES, LIBTEST, NEXTEST, PLAYWRIGHT, passed};
use xtask::test::{LAST_LINES, Outcome, Part, Ran, last_lines, refuse_no_tests, report};

#[test]
fn nextests_summary_is_read() {
    let text = "
        PASS [   0.005s] (1/2) livechat-protocol origin::tests::passed
────────────
     Summary [   0.011s] 12 tests run: 11 passed (1 slow), 1 failed, 3 skipped
";
    assert_eq!(passed(text, NEXTEST).unwrap(), 11);
    assert_eq!(passed("     Summary [ 0.000s] 1 test run: 1 passed, 0 skipped", NEXTEST).unwrap(), 1);
    assert_eq!(passed("     Summary [ 0.000s] 0 tests run: 0 skipped", NEXTEST).unwrap(), 0);
    assert_eq!(passed("error: no tests to run", NEXTEST).unwrap(), 0);
}

#[test]
fn libtests_results_are_added_up() {
    let text = "
test result: ok. 9 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.05s
no tests to run!
test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test two_messages_passed_on ... ok
test result: ok. 33 passed; 0 failed; 1 ignored; 0 filtered out; finished in 1.20s
";
    assert_eq!(passed(text, LIBTEST).unwrap(), 42);
    assert_eq!(passed("no tests to run!", LIBTEST).unwrap(), 0);
}

#[test]
fn playwrights_closing_lines_are_read() {
    let text = "
Running 4 tests using 1 worker
  ✓  1 a.spec.ts:3:1 › 2 passed through (120ms)
  1 flaky
    a.spec.ts:9:1 › sometimes
  1 skipped
  23 passed (5.2s)
";
    assert_eq!(passed(text, PLAYWRIGHT).unwrap(), 23);
    assert_eq!(passed("  1 failed\n  2 skipped\n", PLAYWRIGHT).unwrap(), 0);
    assert_eq!(passed("Error: No tests found", PLAYWRIGHT).unwrap(), 0);
}

#[test]
fn the_counts_of_all_engines_are_added_up() {
    let text = "
  ok      firefox: 7 passed through (120 ms)

  48 passed in Firefox (firefox 153.8.0) (75 s)
  47 passed in WebKit (MiniBrowser 2.50.6), 1 failed (74 s)
";
    assert_eq!(passed(text, ENGINES).unwrap(), 95);
    assert_eq!(passed("  0 passed in Firefox (0 s)", ENGINES).unwrap(), 0);
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
    use xtask::{process::Ended, test::counted};

    let ended = |code| Ended { status: ExitStatus::from_raw(code << 8), text: "  3 passed (1.0s)\n".to_owned() };
    assert_eq!(crate::says(counted(&ended(1), PLAYWRIGHT)), "tests failed: its last lines:\n  3 passed (1.0s)\n");
    assert_eq!(counted(&ended(0), PLAYWRIGHT).unwrap(), 3);
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
        outcome(Part::Browser, Err(anyhow!("  1 failed").context("tests failed")), 50),
        outcome(Part::EndToEnd, Err(anyhow!("red")), 50),
    ]);
    assert_eq!(
        text,
        "-- browser --\n\
         tests failed:   1 failed\n\
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
