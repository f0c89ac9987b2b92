//! Trunk: builds the page, serves it, and reloads it.

use super::pinned::Pinned;

/// 0.22 wants a newer compiler than the project's.
const VERSION: &str = "0.21.14";

/// Trunk at the project's version.
pub(crate) fn trunk() -> Pinned {
    Pinned { name: "trunk", version: VERSION.to_owned(), programs: &["trunk"], debug: true, features: None, minutes: 4 }
}
