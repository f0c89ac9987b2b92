//! The website, as a static host serves it: below a path, from a host that is not this machine's.

use super::{Ran, counted, counts};
use crate::prelude::*;
use crate::tools::browser;
use crate::{playwright, site};

pub(super) fn set_up(shell: &Shell) -> Result<()> {
    site::set_up(shell)?;
    browser::ensure(shell).map(drop)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    site::build(shell)?;
    Ok(Ran::Tests(counted(&playwright::run(shell, "site.config.ts")?, counts::PLAYWRIGHT)?))
}
