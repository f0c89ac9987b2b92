//! What all readers of one host value share: the remaining limits, and the skipped fields.

use std::cell::{Cell, RefCell};

use super::error::DecodeError;
use crate::wire::limits;

/// The remaining limits of one host value and everything in it, and its skipped fields.
///
/// Limits on each part alone are not enough: a structured clone keeps shared parts shared, so a list of ten thousand
/// references to one long text is small in the host's memory, and gigabytes once it is copied.
pub(super) struct Whole {
    values: Cell<usize>,
    text: Cell<usize>,
    skipped: RefCell<Vec<DecodeError>>,
}

impl Whole {
    fn take(left: &Cell<usize>, amount: usize) -> bool {
        let rest = left.get().checked_sub(amount);
        left.set(rest.unwrap_or(0));
        rest.is_some()
    }

    /// Whether one more value may be read.
    pub(super) fn take_value(&self) -> bool {
        Self::take(&self.values, 1)
    }

    /// Whether that much more text may be copied.
    pub(super) fn take_text(&self, length: usize) -> bool {
        Self::take(&self.text, length)
    }

    /// Notes a skipped field. Beyond the limit, errors would add no information.
    pub(super) fn note(&self, error: DecodeError) {
        let mut skipped = self.skipped.borrow_mut();
        if skipped.len() < limits::SKIPPED_FIELDS {
            skipped.push(error);
        }
    }

    /// The skipped fields, in the order in which they were decoded.
    pub(super) fn take_skipped(&self) -> Vec<DecodeError> {
        self.skipped.take()
    }
}

/// A reader's access to the shared limits: the root owns them, the readers below refer to them.
pub(super) enum Shared<'a> {
    Own(Whole),
    Above(&'a Whole),
}

impl Shared<'_> {
    pub(super) fn whole() -> Self {
        Self::Own(Whole {
            values: Cell::new(limits::VALUES),
            text: Cell::new(limits::TEXTS),
            skipped: RefCell::default(),
        })
    }

    pub(super) fn get(&self) -> &Whole {
        match self {
            Self::Own(whole) => whole,
            Self::Above(whole) => whole,
        }
    }
}
