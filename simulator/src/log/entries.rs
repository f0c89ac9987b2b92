//! The entries of the log, newest last, and which of them are shown.

use std::{cell::RefCell, collections::VecDeque, rc::Rc, time::Duration};

use super::{
    entry::{Answer, Entry, Item},
    filter::Filter,
};

/// How many entries are stored.
pub(crate) const LIMIT: usize = 20_000;

/// The log. A copy shows the same entries, and is equal to what it was copied from until that changes: what is drawn
/// from one is drawn again then, and not before.
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
    /// The numbers of the entries that the filter lets through.
    shown: VecDeque<u64>,
    /// The number that the next entry had when the list was paused; nothing if it is not.
    paused_at: Option<u64>,
    /// The numbers of those that came since then.
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

    /// Shows an entry that the filter lets through only now, or for the first time.
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
    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.inner.borrow().entries.len()
    }

    /// How many of them are shown.
    pub(crate) fn shown_len(&self) -> usize {
        self.inner.borrow().shown.len()
    }

    /// One of those that are shown.
    pub(crate) fn shown(&self, index: usize) -> Option<Rc<Entry>> {
        let inner = self.inner.borrow();
        inner.get(*inner.shown.get(index)?).cloned()
    }

    /// Which of those that are shown has this number.
    pub(crate) fn position(&self, number: u64) -> Option<usize> {
        self.inner.borrow().shown.binary_search(&number).ok()
    }

    /// The entry of this number, if it is still stored.
    pub(crate) fn get(&self, number: u64) -> Option<Rc<Entry>> {
        self.inner.borrow().get(number).cloned()
    }

    /// Those that are shown, as of now.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> std::vec::IntoIter<Rc<Entry>> {
        (0..self.shown_len()).filter_map(|index| self.shown(index)).collect::<Vec<_>>().into_iter()
    }

    /// The number that the next entry will have.
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
        let newest =
            self.inner.borrow().entries.iter().rev().find(|entry| matches!(entry.item, Item::Frame(_))).cloned();
        if let Some(newest) = newest {
            self.change(newest.number, |entry| entry.remark = Some(remark));
        }
    }

    /// Says how the call in that entry was answered.
    pub(crate) fn answered(&mut self, number: u64, answer: Answer) {
        // The first answer is the one that counts.
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

    /// Changes what is shown.
    pub(crate) fn set_filter(&mut self, filter: Filter) {
        let mut inner = self.inner.borrow_mut();
        inner.filter = filter;
        let admitted = inner.entries.iter().filter(|entry| inner.filter.admits(entry)).map(|entry| entry.number);
        let mut shown: VecDeque<u64> = admitted.collect();
        // What waits goes on waiting.
        let seen = inner.paused_at.map_or(shown.len(), |paused_at| shown.partition_point(|number| *number < paused_at));
        inner.held = shown.split_off(seen);
        inner.shown = shown;
        drop(inner);
        self.revision += 1;
    }

    /// Whether new entries wait.
    pub(crate) fn is_paused(&self) -> bool {
        self.inner.borrow().paused_at.is_some()
    }

    /// How many wait.
    pub(crate) fn held_len(&self) -> usize {
        self.inner.borrow().held.len()
    }

    /// Has new entries wait, or shows those that did.
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
