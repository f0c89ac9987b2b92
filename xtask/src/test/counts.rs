//! How many tests passed, by what test runners say last. Colours are taken out before.

/// nextest: `Summary [   0.01s] 5 tests run: 5 passed, 0 skipped`.
pub(super) fn nextest(text: &str) -> usize {
    text.lines().filter(|line| line.contains("Summary [")).map(|line| number_before(line, "passed")).sum()
}

/// libtest, and wasm-bindgen-test which writes the same: `test result: ok. 3 passed; 0 failed; …`,
/// once a file.
pub(super) fn libtest(text: &str) -> usize {
    text.lines().filter(|line| line.contains("test result: ")).map(|line| number_before(line, "passed")).sum()
}

/// Playwright: `  3 passed (5.2s)`, on a line of its own. What passed only when tried again,
/// `1 flaky`, is not counted.
pub(super) fn playwright(text: &str) -> usize {
    text.lines()
        .map(str::trim)
        .filter(|line| line.split_whitespace().nth(1) == Some("passed") && line.ends_with(')'))
        .map(|line| number_before(line, "passed"))
        .sum()
}

/// The number in `… 12 passed, …`; 0 if there is none.
fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<&str> =
        line.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).find(|pair| pair.last() == Some(&word)).and_then(|pair| pair.first()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextests_summary_is_read() {
        let text = "
        PASS [   0.005s] (1/2) livechat-protocol origin::tests::passed
────────────
     Summary [   0.011s] 12 tests run: 11 passed (1 slow), 1 failed, 3 skipped
";
        assert_eq!(nextest(text), 11);
        assert_eq!(nextest("     Summary [ 0.000s] 1 test run: 1 passed, 0 skipped"), 1);
        assert_eq!(nextest("     Summary [ 0.000s] 0 tests run: 0 skipped"), 0);
        assert_eq!(nextest("error: no tests to run"), 0);
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
        assert_eq!(libtest(text), 42);
        assert_eq!(libtest("no tests to run!"), 0);
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
        assert_eq!(playwright(text), 23);
        assert_eq!(playwright("  1 failed\n  2 skipped\n"), 0);
        assert_eq!(playwright("Error: No tests found"), 0);
    }
}
