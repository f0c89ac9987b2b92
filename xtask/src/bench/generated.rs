//! What a new project weighs.

use anyhow::Result;
use xshell::Shell;

use crate::sizes;
use crate::test::template;

/// Generates one for the details panel, builds it for release, and returns the bytes over the wire.
pub(super) fn weigh(shell: &Shell) -> Result<usize> {
    sizes::brotli_of(&template::build_one(shell)?)
}
