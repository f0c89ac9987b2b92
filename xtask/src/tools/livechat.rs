//! cargo-livechat, this workspace's program for projects.

use super::put_on_path;
use crate::prelude::*;
use crate::{process, workspace};

/// Builds it, and puts it on the shell's PATH.
pub(crate) fn ensure(shell: &Shell) -> Result<()> {
    process::run(cmd!(shell, "cargo build --quiet --package cargo-livechat"))?;
    put_on_path(shell, &workspace::target()?.join("debug"))
}
