//! Is what is published as it should be: packages, the public API?

use super::Ran;
use crate::prelude::*;
use crate::{api, packages};

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let packages = packages::check(shell)?;
    println!("{packages} packages hold what they should.");
    let apis = api::check(shell)?;
    println!("The public API of {apis} crates is as it is kept.");
    Ok(Ran::Tests(packages + apis))
}
