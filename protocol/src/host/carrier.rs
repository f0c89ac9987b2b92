//! The path from one window to the other, with faults.

use std::{collections::VecDeque, time::Duration};

use super::faults::Faults;

/// How long a message waits to be overtaken by the next: long enough for a person to send another one.
const HOLD: Duration = Duration::from_secs(1);

/// What happened to a message in flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It arrived.
    Delivered,
    /// It arrived for the second time.
    Doubled,
    /// It arrived after one that was sent later.
    Overtaken,
    /// It did not arrive.
    Lost,
}

/// A message at the end of its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery<T> {
    /// What was sent.
    pub message: T,
    /// When it was sent.
    pub sent: Duration,
    /// What happened to it. A [`Fate::Lost`] message must not be passed on.
    pub fate: Fate,
}

#[derive(Clone, Debug)]
struct UnderWay<T> {
    message: T,
    sent: Duration,
    /// When it arrives, if nothing overtakes it.
    due: Duration,
    fate: Fate,
}

/// Carries messages in one direction, with the [`Faults`] that concern it: latency, silence, duplicates, reordering.
/// Without I/O, like the machines at its ends.
///
/// ```
/// use std::time::Duration;
///
/// use livechat_protocol::{Carrier, Fate, Faults};
///
/// let mut carrier = Carrier::new(Faults { doubled: true, ..Faults::default() });
/// carrier.send(Duration::ZERO, "handshake");
/// let arrived: Vec<_> = std::iter::from_fn(|| carrier.poll(Duration::ZERO)).map(|it| (it.message, it.fate)).collect();
/// assert_eq!(arrived, [("handshake", Fate::Delivered), ("handshake", Fate::Doubled)]);
/// ```
#[derive(Clone, Debug)]
pub struct Carrier<T> {
    faults: Faults,
    under_way: VecDeque<UnderWay<T>>,
}

impl<T> Default for Carrier<T> {
    fn default() -> Self {
        Self { faults: Faults::default(), under_way: VecDeque::new() }
    }
}

impl<T: Clone> Carrier<T> {
    /// Creates a path with these faults.
    #[must_use]
    pub fn new(faults: Faults) -> Self {
        Self { faults, under_way: VecDeque::new() }
    }

    /// Changes the faults for messages sent from now on.
    pub fn set_faults(&mut self, faults: Faults) {
        self.faults = faults;
    }

    /// Sends a message.
    pub fn send(&mut self, now: Duration, message: T) {
        let earliest = self.under_way.back().map_or(Duration::ZERO, |last| last.due);
        // Lowering the latency does not reorder messages in flight.
        let due = now.saturating_add(self.faults.latency).max(earliest);
        let fate = if self.faults.silent { Fate::Lost } else { Fate::Delivered };
        self.under_way.push_back(UnderWay { message, sent: now, due, fate });
    }

    /// Returns the next message that has arrived; `None` when there are no more for now.
    pub fn poll(&mut self, now: Duration) -> Option<Delivery<T>> {
        let (first, second) = (self.under_way.front()?, self.under_way.get(1));
        if first.due > now {
            return None;
        }
        let can_be_overtaken = self.faults.reordered && first.fate == Fate::Delivered;
        let next = match second {
            Some(second) if can_be_overtaken && second.due <= now && second.fate == Fate::Delivered => {
                let second = self.under_way.remove(1);
                if let Some(first) = self.under_way.front_mut() {
                    first.fate = Fate::Overtaken;
                }
                second
            }
            _ if can_be_overtaken && now < first.due.saturating_add(HOLD) => None,
            _ => self.under_way.pop_front(),
        }?;
        let UnderWay { message, sent, due, fate } = next;
        if self.faults.doubled && matches!(fate, Fate::Delivered | Fate::Overtaken) {
            self.under_way.push_front(UnderWay { message: message.clone(), sent, due, fate: Fate::Doubled });
        }
        Some(Delivery { message, sent, fate })
    }

    /// When to call [`poll`](Self::poll) next.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Duration> {
        let first = self.under_way.front()?;
        if !self.faults.reordered || first.fate != Fate::Delivered {
            return Some(first.due);
        }
        let held = first.due.saturating_add(HOLD);
        // A lost message does not overtake any other.
        let second = self.under_way.get(1).filter(|second| second.fate == Fate::Delivered);
        Some(second.map_or(held, |second| second.due.clamp(first.due, held)))
    }
}
