//! cargo-deny: looks at licences, sources and versions of dependencies.

use super::pinned::Pinned;

const VERSION: &str = "0.20.2";

/// cargo-deny at the project's version.
pub(crate) fn cargo_deny() -> Pinned {
    Pinned {
        name: "cargo-deny",
        version: VERSION.to_owned(),
        programs: &["cargo-deny"],
        debug: true,
        features: None,
        minutes: 5,
    }
}
