//! cargo-generate: makes a new extension from the template.

use super::pinned::Pinned;

/// 0.26 does not build with the project's compiler. 0.23.10 and 0.23.11 leave the hooks' files in the project; before that,
/// hooks cannot move or delete files on Windows.
const VERSION: &str = "0.23.14";

/// cargo-generate at the project's version.
pub(crate) fn cargo_generate() -> Pinned {
    Pinned {
        name: "cargo-generate",
        version: VERSION.to_owned(),
        programs: &["cargo-generate"],
        debug: true,
        features: None,
        minutes: 5,
    }
}
