//! mdBook: makes the guide out of `docs/`.

use super::pinned::Pinned;

/// mdBook at the project's version.
pub(crate) fn mdbook() -> Pinned {
    Pinned {
        name: "mdbook",
        version: "0.5.4".to_owned(),
        programs: &["mdbook"],
        debug: true,
        // Not the server that the others are for: half of what there is to compile.
        features: Some("search"),
        minutes: 3,
    }
}
