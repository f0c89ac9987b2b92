//! How many cases a property is tested with, and where its failures are stored.

use proptest::test_runner::{Config, FileFailurePersistence};

/// This many cases in an ordinary run, more with `PROPTEST_CASES`; failing seeds go to `proptest-regressions/`.
///
/// The path is explicit, because proptest does not find one for tests outside `src`.
pub(crate) fn cases(ordinary: u32, seeds: &'static str) -> Config {
    let config =
        Config { failure_persistence: Some(Box::new(FileFailurePersistence::Direct(seeds))), ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { config } else { Config { cases: ordinary, ..config } }
}
