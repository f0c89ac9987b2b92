//! twiggy: tells what a WebAssembly module is made of.

use super::pinned::Pinned;

const VERSION: &str = "0.8.0";

/// twiggy at the project's version.
pub(crate) fn twiggy() -> Pinned {
    Pinned {
        name: "twiggy",
        version: VERSION.to_owned(),
        programs: &["twiggy"],
        debug: true,
        features: None,
        minutes: 1,
    }
}
