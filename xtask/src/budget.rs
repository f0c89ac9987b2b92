//! The demo's weight budget: a change that makes it more than 2 % heavier has to raise the budget in a file.

use cargo_livechat::weights::{self, Weights};

use crate::prelude::*;
use crate::{sizes, table, workspace};

/// The tolerance in percent.
const TOLERANCE: usize = 2;
/// The header of the file.
pub const ABOUT: &str = "# What the demo weighs, by file, in bytes as a server sends them (brotli). `cargo xtask test` fails when all of it\n\
                     # is more than 2 % heavier; `cargo xtask build --write-budget` records the current weight.\n";

/// Fails if the demo in this folder exceeds the budget, with a table of what grew.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let file = file()?;
    let budget = weights::parse(&fs::read_to_string(&file)?);
    compare(&budget.with_context(|| format!("{} holds a line without a number", file.display()))?, &weigh(dist)?)
}

/// Writes the current weight to the file.
pub(crate) fn write(dist: &Path) -> Result<()> {
    Ok(fs::write(file()?, format!("{ABOUT}{}", weights::lines(&weigh(dist)?)))?)
}

fn file() -> Result<PathBuf> {
    Ok(workspace::root()?.join("bench/size-budget.txt"))
}

fn weigh(dist: &Path) -> Result<Weights> {
    weights::without_hashes(sizes::brotli_by_file(dist)?)
}

/// Fails if the weight exceeds the budget plus tolerance.
pub fn compare(budget: &Weights, now: &Weights) -> Result<()> {
    let (allowed, weighs) = (budget.values().sum::<usize>(), now.values().sum::<usize>());
    if weighs * 100 <= allowed * (100 + TOLERANCE) {
        return Ok(());
    }
    let mut grown: Vec<(&String, usize, usize)> = now
        .iter()
        .map(|(name, after)| (name, budget.get(name).copied().unwrap_or_default(), *after))
        .filter(|(_, before, after)| after > before)
        .collect();
    grown.sort_by_key(|(_, before, after)| std::cmp::Reverse(after - before));
    let row = |(name, before, after): (&String, usize, usize)| {
        [name.clone(), before.to_string(), after.to_string(), format!("+{}", after - before)]
    };
    let rows: Vec<_> = grown.into_iter().map(row).collect();
    bail!(
        "the demo weighs {weighs} bytes, its budget is {allowed} and {TOLERANCE} %:\n\n{}\n\n\
         Make it smaller, or raise the budget with `cargo xtask build --write-budget` and explain why.",
        table::render(["what grew", ">budget", ">now", ">"], &rows)
    )
}
