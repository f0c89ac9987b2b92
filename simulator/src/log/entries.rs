//! The entries of the log, newest last, and the visible ones among them.

use std::{cell::RefCell, collections::VecDeque, rc::Rc, time::Duration};

use super::{
    entry::{Answer, Entry, Item},
    filter::Filter,
};

/// How many entries are retained.
pub(crate) const LIMIT: usize = 20_000;

/// The log. Clones are cheap and equal until one changes, so that views re-render only when the log changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    inner: Rc<RefCell<Inner>>,
    revision: u64,
}

#[derive(Debug, Default)]
struct Inner {
    entries: VecDeque<Rc<Entry>>,
    next: u64,
    filter: Filter,
    /// The numbers of the entries that pass the filter.
    shown: VecDeque<u64>,
    /// The number of the next entry at the time the list was paused; `None` if it is not paused.
    paused_at: Option<u64>,
    /// The numbers of entries since then.
    held: VecDeque<u64>,
}

impl Inner {
    fn index(&self, number: u64) -> Option<usize> {
        let first = self.entries.front()?.number;
        usize::try_from(number.checked_sub(first)?).ok().filter(|index| *index < self.entries.len())
    }

    fn get(&self, number: u64) -> Option<&Rc<Entry>> {
        self.entries.get(self.index(number)?)
    }

    fn get_mut(&mut self, number: u64) -> Option<&mut Entry> {
        let index = self.index(number)?;
        self.entries.get_mut(index).map(Rc::make_mut)
    }

    /// Shows an entry that passes the filter for the first time.
    fn show(&mut self, number: u64) {
        if !self.get(number).is_some_and(|entry| self.filter.admits(entry)) {
            return;
        }
        let waits = self.paused_at.is_some_and(|paused_at| number >= paused_at);
        let shown = if waits { &mut self.held } else { &mut self.shown };
        // Nearly always at the end.
        let place = shown.iter().rposition(|shown| *shown <= number).map_or(0, |before| before + 1);
        if place == 0 || shown.get(place - 1) != Some(&number) {
            shown.insert(place, number);
        }
    }

    fn forget_oldest(&mut self) {
        let Some(oldest) = self.entries.pop_front() else { return };
        for shown in [&mut self.shown, &mut self.held] {
            if shown.front() == Some(&oldest.number) {
                shown.pop_front();
            }
        }
    }
}

impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

impl Log {
    /// The number of entries.
    pub(crate) fn len(&self) -> usize {
        self.inner.borrow().entries.len()
    }

    /// The number of visible entries.
    pub(crate) fn shown_len(&self) -> usize {
        self.inner.borrow().shown.len()
    }

    /// Returns a visible entry.
    pub(crate) fn shown(&self, index: usize) -> Option<Rc<Entry>> {
        let inner = self.inner.borrow();
        inner.get(*inner.shown.get(index)?).cloned()
    }

    /// Returns the visible index of the entry with this number.
    pub(crate) fn position(&self, number: u64) -> Option<usize> {
        self.inner.borrow().shown.binary_search(&number).ok()
    }

    /// Returns the entry with this number, if it is retained.
    pub(crate) fn get(&self, number: u64) -> Option<Rc<Entry>> {
        self.inner.borrow().get(number).cloned()
    }

    /// Returns a snapshot of the visible entries.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> std::vec::IntoIter<Rc<Entry>> {
        (0..self.shown_len()).filter_map(|index| self.shown(index)).collect::<Vec<_>>().into_iter()
    }

    /// The number of the next entry.
    pub(crate) fn next_number(&self) -> u64 {
        self.inner.borrow().next
    }

    pub(crate) fn push(&mut self, time: Duration, item: Item) {
        let mut inner = self.inner.borrow_mut();
        if inner.entries.len() >= LIMIT {
            inner.forget_oldest();
        }
        let number = inner.next;
        inner.next += 1;
        inner.entries.push_back(Rc::new(Entry { number, time, item, remark: None, answer: None }));
        inner.show(number);
        drop(inner);
        self.revision += 1;
    }

    /// Adds a note.
    pub(crate) fn note(&mut self, time: Duration, text: impl Into<String>) {
        self.push(time, Item::Note { text: text.into(), warning: false });
    }

    /// Adds a warning.
    pub(crate) fn warn(&mut self, time: Duration, text: impl Into<String>) {
        self.push(time, Item::Note { text: text.into(), warning: true });
    }

    /// Attaches a remark to the newest frame.
    pub(crate) fn remark(&mut self, remark: &'static str) {
        let newest =
            self.inner.borrow().entries.iter().rev().find(|entry| matches!(entry.item, Item::Frame(_))).cloned();
        if let Some(newest) = newest {
            self.change(newest.number, |entry| entry.remark = Some(remark));
        }
    }

    /// Records the answer to the call in that entry.
    pub(crate) fn answered(&mut self, number: u64, answer: Answer) {
        // Only the first answer counts.
        self.change(number, |entry| {
            entry.answer.get_or_insert(answer);
        });
    }

    fn change(&mut self, number: u64, change: impl FnOnce(&mut Entry)) {
        let mut inner = self.inner.borrow_mut();
        if let Some(entry) = inner.get_mut(number) {
            change(entry);
            inner.show(number);
            drop(inner);
            self.revision += 1;
        }
    }

    /// Changes the filter.
    pub(crate) fn set_filter(&mut self, filter: Filter) {
        let mut inner = self.inner.borrow_mut();
        inner.filter = filter;
        let admitted = inner.entries.iter().filter(|entry| inner.filter.admits(entry)).map(|entry| entry.number);
        let mut shown: VecDeque<u64> = admitted.collect();
        // A paused list stays paused.
        let seen = inner.paused_at.map_or(shown.len(), |paused_at| shown.partition_point(|number| *number < paused_at));
        inner.held = shown.split_off(seen);
        inner.shown = shown;
        drop(inner);
        self.revision += 1;
    }

    /// Whether new entries are held back.
    pub(crate) fn is_paused(&self) -> bool {
        self.inner.borrow().paused_at.is_some()
    }

    /// The number of held entries.
    pub(crate) fn held_len(&self) -> usize {
        self.inner.borrow().held.len()
    }

    /// Holds new entries back, or shows the held ones.
    pub(crate) fn set_paused(&mut self, paused: bool) {
        let mut inner = self.inner.borrow_mut();
        if paused {
            inner.paused_at = Some(inner.paused_at.unwrap_or(inner.next));
        } else {
            inner.paused_at = None;
            let held = std::mem::take(&mut inner.held);
            inner.shown.extend(held);
        }
        drop(inner);
        self.revision += 1;
    }

    pub(crate) fn clear(&mut self) {
        let mut inner = self.inner.borrow_mut();
        inner.entries.clear();
        inner.shown.clear();
        inner.held.clear();
        drop(inner);
        self.revision += 1;
    }
}
