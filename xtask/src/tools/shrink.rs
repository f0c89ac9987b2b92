//! livechat-shrink, this workspace's program that Trunk runs after a release build.

use super::put_on_path;
use crate::prelude::*;
use crate::{process, workspace};

/// Builds it, and puts it on the shell's PATH.
pub(crate) fn ensure(shell: &Shell) -> Result<()> {
    process::run(cmd!(shell, "cargo build --quiet --package livechat-shrink"))?;
    put_on_path(shell, &workspace::target()?.join("debug"))
}
