//! `cargo xtask screenshots`: takes the pictures of the README and the components again.

use crate::prelude::*;
use crate::{catalogue, playwright, release, workspace};

/// Playwright serves the simulator and the gallery, and saves the pictures to `docs/pictures/`. Then the components'
/// page is generated, which reports missing pictures.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    let ended = playwright::run(shell, "pictures.config.ts")?;
    ensure!(ended.status.success(), "Taking the pictures failed. See the messages above.");
    catalogue::finish(&workspace::root()?)
}
