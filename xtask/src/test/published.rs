//! Is what is published as it should be: packages, examples in the documentation, the public API?

pub mod examples;
pub mod features;

use super::Ran;
use crate::prelude::*;
use crate::{api, packages, workspace};

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let root = workspace::root()?;
    let packages = packages::check(shell)?;
    println!("{packages} packages hold what they should.");
    let features = features::check(&root)?;
    println!("{features} features are explained.");
    let examples = examples::check(&root)?;
    println!("{examples} hooks and components have an example.");
    let apis = api::check(shell)?;
    println!("The public API of {apis} crates is as it is kept.");
    Ok(Ran::Tests(packages + features + examples + apis))
}
