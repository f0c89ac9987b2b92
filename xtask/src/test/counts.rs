//! How many tests passed, by what test runners say last. Colors are taken out before.

use crate::prelude::*;

/// nextest: `Summary [   0.01s] 5 tests run: 5 passed, 0 skipped`.
pub const NEXTEST: &str = r"Summary \[.*?(\d+) passed";
/// libtest, and wasm-bindgen-test which writes the same: `test result: ok. 3 passed; 0 failed; …`, once a file.
pub const LIBTEST: &str = r"test result: .*?(\d+) passed";
/// Playwright: `  3 passed (5.2s)`, on a line of its own. What passed only when tried again, `1 flaky`, is not counted.
pub const PLAYWRIGHT: &str = r"(?m)^\s*(\d+) passed .*\)\s*$";

/// The runner of tests/engines: `  48 passed in Firefox (firefox 153.8.0) (75 s)`, once an engine.
pub const ENGINES: &str = r"(?m)^\s*(\d+) passed in ";

/// The sum of the numbers that a runner's pattern finds.
pub fn passed(text: &str, pattern: &str) -> Result<usize> {
    let mut sum = 0;
    for found in Regex::new(pattern)?.captures_iter(text) {
        sum += found[1].parse::<usize>()?;
    }
    Ok(sum)
}
