//! The state of a resource, and the answers that are cached for it.

use std::{collections::VecDeque, rc::Rc};

/// How many answers are cached.
const KEPT: usize = 32;

/// The state of a resource.
#[derive(Debug, PartialEq)]
pub enum Resource<T, E> {
    /// There is nothing to load: no customer is shown, or the customer has no chat and the chat is the key.
    Idle,
    /// The first answer is still loading.
    Loading,
    /// The value.
    Ready {
        /// The value that was loaded, or set.
        value: Rc<T>,
        /// Whether it is being loaded again.
        refreshing: bool,
    },
    /// Loading failed, and there is no earlier answer.
    Failed(Rc<E>),
}

impl<T, E> Resource<T, E> {
    /// The value, once there is one.
    #[must_use]
    pub fn value(&self) -> Option<&Rc<T>> {
        match self {
            Self::Ready { value, .. } => Some(value),
            Self::Idle | Self::Loading | Self::Failed(_) => None,
        }
    }
}

impl<T, E> Clone for Resource<T, E> {
    fn clone(&self) -> Self {
        match self {
            Self::Idle => Self::Idle,
            Self::Loading => Self::Loading,
            Self::Ready { value, refreshing } => Self::Ready { value: Rc::clone(value), refreshing: *refreshing },
            Self::Failed(error) => Self::Failed(Rc::clone(error)),
        }
    }
}

/// The cached answers by key, latest last, and the one request whose answer is still needed.
pub(super) struct Answers<K, T, E> {
    kept: VecDeque<(K, Rc<T>)>,
    failed: Option<(K, Rc<E>)>,
    /// Counts requests: the answer to any but the latest is stale.
    requests: u64,
    /// The key of the latest request, while it is in flight.
    under_way: Option<K>,
}

impl<K: PartialEq, T, E> Answers<K, T, E> {
    pub(super) fn new() -> Self {
        Self { kept: VecDeque::new(), failed: None, requests: 0, under_way: None }
    }

    pub(super) fn begin(&mut self, key: K) -> u64 {
        self.requests += 1;
        self.under_way = Some(key);
        self.requests
    }

    /// Stores an answer; returns `false` if it is no longer needed.
    pub(super) fn end(&mut self, request: u64, answer: Result<T, E>) -> bool {
        if request != self.requests {
            return false;
        }
        let Some(key) = self.under_way.take() else { return false };
        match answer {
            Ok(value) => self.keep(key, value),
            Err(error) => self.failed = Some((key, Rc::new(error))),
        }
        true
    }

    /// Stores a value that is newer than the answer to a request in flight.
    pub(super) fn set(&mut self, key: K, value: T) {
        if self.under_way.as_ref() == Some(&key) {
            self.forget_request();
        }
        self.keep(key, value);
    }

    fn keep(&mut self, key: K, value: T) {
        if self.failed.as_ref().is_some_and(|(failed, _)| *failed == key) {
            self.failed = None;
        }
        self.kept.retain(|(kept, _)| *kept != key);
        self.kept.push_back((key, Rc::new(value)));
        if self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }

    /// The key has changed, or there is none.
    pub(super) fn forget_request(&mut self) {
        self.requests += 1;
        self.under_way = None;
        self.failed = None;
    }

    pub(super) fn of(&self, key: &K) -> Resource<T, E> {
        let failed = self.failed.as_ref().filter(|(failed, _)| failed == key);
        let kept = self.kept.iter().find(|(kept, _)| kept == key);
        let refreshing = self.under_way.as_ref() == Some(key);
        match (kept, failed) {
            (Some((_, value)), _) => Resource::Ready { value: Rc::clone(value), refreshing },
            (None, Some((_, error))) if !refreshing => Resource::Failed(Rc::clone(error)),
            _ => Resource::Loading,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_outlives_the_answer_to_an_earlier_request() {
        let mut answers = Answers::<_, _, ()>::new();
        let request = answers.begin("mary");
        answers.set("mary", "saved");
        assert!(!answers.end(request, Ok("loaded before that")));
        assert_eq!(answers.of(&"mary"), Resource::Ready { value: Rc::new("saved"), refreshing: false });
    }

    #[test]
    fn what_is_set_for_one_key_leaves_the_request_for_another_alone() {
        let mut answers = Answers::<_, _, ()>::new();
        let request = answers.begin("ann");
        answers.set("mary", "saved");
        assert!(answers.end(request, Ok("loaded")));
        assert_eq!(answers.of(&"ann").value(), Some(&Rc::new("loaded")));
        assert_eq!(answers.of(&"mary").value(), Some(&Rc::new("saved")));
    }

    #[test]
    fn the_oldest_of_many_answers_is_forgotten() {
        let mut answers = Answers::<_, _, ()>::new();
        for key in 0..=KEPT {
            answers.set(key, key);
        }
        assert_eq!(answers.of(&0), Resource::Loading);
        assert_eq!(answers.of(&1).value(), Some(&Rc::new(1)));
    }
}
