//! `cargo xtask screenshots`: takes the pictures of the README, the components, the placements and the recipes again.

use crate::prelude::*;
use crate::{catalogue, playwright, site, workspace};

/// The configurations of Playwright: the first serves the simulator and the gallery, the second the website.
const CONFIGURATIONS: [&str; 2] = ["pictures.config.ts", "site-pictures.config.ts"];

/// Playwright saves the pictures to `docs/pictures/`. Then the components' page is generated, which reports missing
/// pictures.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    site::set_up(shell)?;
    site::build_apps(shell)?;
    for configuration in CONFIGURATIONS {
        let ended = playwright::run(shell, configuration)?;
        ensure!(ended.status.success(), "Taking the pictures failed. See the messages above.");
    }
    catalogue::finish(&workspace::root()?)
}
