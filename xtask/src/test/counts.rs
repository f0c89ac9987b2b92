//! Parses the number of passed tests from the output of test runners, after colors are removed.

use crate::prelude::*;

/// nextest: `Summary [   0.01s] 5 tests run: 5 passed, 0 skipped`.
pub const NEXTEST: &str = r"Summary \[.*?(\d+) passed";
/// libtest, and wasm-bindgen-test, which uses the same format: `test result: ok. 3 passed; 0 failed; …`, once a file.
pub const LIBTEST: &str = r"test result: .*?(\d+) passed";
/// Playwright: `  3 passed (5.2s)`, on its own line. Tests that passed only on a retry, `1 flaky`, are not counted.
pub const PLAYWRIGHT: &str = r"(?m)^\s*(\d+) passed .*\)\s*$";

/// The runner of tests/engines: `  48 passed in Firefox (firefox 153.8.0) (75 s)`, once an engine.
pub const ENGINES: &str = r"(?m)^\s*(\d+) passed in ";

/// Returns the sum of the numbers that the pattern finds.
pub fn passed(text: &str, pattern: &str) -> Result<usize> {
    let mut sum = 0;
    for found in Regex::new(pattern)?.captures_iter(text) {
        sum += found[1].parse::<usize>()?;
    }
    Ok(sum)
}
