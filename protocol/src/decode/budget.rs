//! How much of one host value may still be read.

use std::cell::Cell;

use crate::limits;

/// What is left of the limits, for one host value and all that is in it.
///
/// Limits on each part alone would not do: a structured clone keeps shared parts shared, so a list of ten thousand
/// references to one long text is small in the host's memory, and gigabytes once it is copied.
pub(super) struct Left {
    values: Cell<usize>,
    text: Cell<usize>,
}

impl Left {
    fn take(left: &Cell<usize>, amount: usize) -> bool {
        let rest = left.get().checked_sub(amount);
        left.set(rest.unwrap_or(0));
        rest.is_some()
    }

    /// Whether one more value may be read.
    pub(super) fn take_value(&self) -> bool {
        Self::take(&self.values, 1)
    }

    /// Whether so much more text may be copied.
    pub(super) fn take_text(&self, length: usize) -> bool {
        Self::take(&self.text, length)
    }
}

/// A reader's share: the whole value's own, or that of the reader above.
pub(super) enum Budget<'a> {
    Own(Left),
    Shared(&'a Left),
}

impl Budget<'_> {
    pub(super) fn whole() -> Self {
        Self::Own(Left { values: Cell::new(limits::VALUES), text: Cell::new(limits::TEXTS) })
    }

    pub(super) fn left(&self) -> &Left {
        match self {
            Self::Own(left) => left,
            Self::Shared(left) => left,
        }
    }
}
