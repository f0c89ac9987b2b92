//! The assumptions in `docs/unverified.md`.

/// The page, which is the only list.
const PAGE: &str = include_str!("../../../docs/unverified.md");

/// An assumption about LiveChat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id, which code and documentation refer to.
    pub id: &'static str,
    /// What we assume.
    pub claim: &'static str,
    /// What we base it on.
    pub based_on: &'static str,
    /// The id of the step that settles it; `None` if this extension cannot.
    pub step: Option<&'static str>,
}

/// Returns all assumptions, in the order of the page.
pub fn entries() -> impl Iterator<Item = Entry> {
    PAGE.lines().filter_map(entry)
}

/// Reads a row: `` | `id` | claim | source | step `step` | ``.
fn entry(line: &'static str) -> Option<Entry> {
    let mut cells = line.strip_prefix("| `")?.strip_suffix(" |")?.split(" | ");
    let id = cells.next()?.strip_suffix('`')?;
    let (claim, based_on, settled_by) = (cells.next()?, cells.next()?, cells.next()?);
    let step = settled_by.strip_prefix("step `").and_then(|step| step.strip_suffix('`'));
    Some(Entry { id, claim, based_on, step })
}
