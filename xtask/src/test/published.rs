//! Checks the published packages and the public API.

use super::Ran;
use crate::prelude::*;
use crate::{api, packages};

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let packages = packages::check(shell)?;
    println!("{packages} packages have the right contents.");
    let apis = api::check(shell)?;
    println!("The public API of {apis} crates matches xtask/api/.");
    Ok(Ran::Tests(packages + apis))
}
