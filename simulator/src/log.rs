//! What went by, newest last.

use std::{collections::VecDeque, rc::Rc, time::Duration};

use livechat_protocol::{Driver, PlacementKind};
use serde_json::Value;

/// How many entries are kept.
pub(crate) const LIMIT: usize = 1_000;

/// Which way a frame went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    ToExtension,
    FromExtension,
}

/// What an entry is about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Item {
    /// A frame.
    Frame {
        /// Whose frame it is.
        placement: PlacementKind,
        direction: Direction,
        driver: Driver,
        /// What it is, decoded.
        name: String,
        /// The whole of it.
        value: Value,
    },
    /// Something the simulator has to say.
    Note {
        text: String,
        /// Whether something is wrong.
        warning: bool,
    },
}

/// One line of the log.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) number: u64,
    pub(crate) time: Duration,
    pub(crate) item: Item,
    /// What became of a frame, where that is worth a word.
    pub(crate) remark: Option<&'static str>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        // The item never changes once it is numbered.
        (self.number, self.remark) == (other.number, other.remark)
    }
}

/// The log. A copy is cheap, and equal to what it was copied from until that changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    entries: Rc<VecDeque<Rc<Entry>>>,
    next: u64,
    revision: u64,
}

impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

impl Log {
    pub(crate) fn entries(&self) -> impl ExactSizeIterator<Item = &Rc<Entry>> {
        self.entries.iter()
    }

    pub(crate) fn push(&mut self, time: Duration, item: Item) {
        let entries = Rc::make_mut(&mut self.entries);
        if entries.len() >= LIMIT {
            entries.pop_front();
        }
        entries.push_back(Rc::new(Entry { number: self.next, time, item, remark: None }));
        self.next += 1;
        self.revision += 1;
    }

    /// Something to say.
    pub(crate) fn note(&mut self, time: Duration, text: impl Into<String>) {
        self.push(time, Item::Note { text: text.into(), warning: false });
    }

    /// Something is wrong.
    pub(crate) fn warn(&mut self, time: Duration, text: impl Into<String>) {
        self.push(time, Item::Note { text: text.into(), warning: true });
    }

    /// Says what became of the newest frame.
    pub(crate) fn remark(&mut self, remark: &'static str) {
        let frame = |entry: &&mut Rc<Entry>| matches!(entry.item, Item::Frame { .. });
        if let Some(entry) = Rc::make_mut(&mut self.entries).iter_mut().rev().find(frame) {
            Rc::make_mut(entry).remark = Some(remark);
            self.revision += 1;
        }
    }

    pub(crate) fn clear(&mut self) {
        self.entries = Rc::default();
        self.revision += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_entries_are_kept() {
        let mut log = Log::default();
        for number in 0..LIMIT + 5 {
            log.note(Duration::ZERO, number.to_string());
        }
        assert_eq!(log.entries().len(), LIMIT);
        assert_eq!(log.entries().next().map(|entry| entry.number), Some(5));
    }

    #[test]
    fn a_copy_is_equal_until_something_changes() {
        let mut log = Log::default();
        let before = log.clone();
        assert!(log == before);
        log.note(Duration::ZERO, "");
        assert!(log != before);
        let before = log.clone();
        log.clear();
        assert!(log != before);
    }
}
