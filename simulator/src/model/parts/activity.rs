//! What the extensions report about themselves: events for the host's analytics, and properties.

use std::{collections::VecDeque, rc::Rc, time::Duration};

use livechat_protocol::PlacementKind;
use serde_json::{Map, Value};

/// How many events are retained.
const LIMIT: usize = 200;

/// A tracked event.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tracked {
    pub(crate) number: u64,
    pub(crate) time: Duration,
    /// The extension that sent it.
    pub(crate) placement: PlacementKind,
    pub(crate) name: String,
    pub(crate) properties: Map<String, Value>,
}

/// All activity. Clones are cheap.
#[derive(Clone, Debug, Default)]
pub(crate) struct Activity {
    /// The latest value of every property.
    pub(crate) properties: Rc<Map<String, Value>>,
    /// The events, newest last.
    pub(crate) tracked: Rc<VecDeque<Tracked>>,
    next: u64,
    revision: u64,
}

impl PartialEq for Activity {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

impl Activity {
    /// The number of properties and events.
    pub(crate) fn len(&self) -> usize {
        self.properties.len() + self.tracked.len()
    }

    pub(crate) fn clear(&mut self) {
        self.properties = Rc::default();
        self.tracked = Rc::default();
        self.revision += 1;
    }

    pub(crate) fn track(
        &mut self,
        time: Duration,
        placement: PlacementKind,
        name: String,
        properties: Map<String, Value>,
    ) {
        let tracked = Rc::make_mut(&mut self.tracked);
        if tracked.len() >= LIMIT {
            tracked.pop_front();
        }
        tracked.push_back(Tracked { number: self.next, time, placement, name, properties });
        self.next += 1;
        self.revision += 1;
    }

    pub(crate) fn update(&mut self, properties: &Map<String, Value>) {
        let present = Rc::make_mut(&mut self.properties);
        present.extend(properties.iter().map(|(name, value)| (name.clone(), value.clone())));
        self.revision += 1;
    }
}
