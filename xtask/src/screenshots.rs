//! `cargo xtask screenshots`: takes the pictures of the README and of the components again.

use crate::prelude::*;
use crate::{catalogue, playwright, release, workspace};

/// Playwright serves simulator and gallery, takes the pictures and puts them into `docs/pictures/`. The page that shows
/// the components is written too: it says whether one of them has no picture.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    let ended = playwright::run(shell, "pictures.config.ts")?;
    ensure!(ended.status.success(), "The pictures could not be taken. See the messages above.");
    catalogue::finish(&workspace::root()?)
}
