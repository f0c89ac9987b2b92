//! What the extensions tell of themselves: events for the host's analytics, and properties.

use std::{collections::VecDeque, rc::Rc, time::Duration};

use livechat_protocol::PlacementKind;
use serde_json::{Map, Value};

use super::Model;

/// How many events are kept.
const LIMIT: usize = 200;

/// An event that was tracked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tracked {
    pub(crate) number: u64,
    pub(crate) time: Duration,
    /// Which extension told it.
    pub(crate) placement: PlacementKind,
    pub(crate) name: String,
    pub(crate) properties: Map<String, Value>,
}

/// All of it. A copy is cheap.
#[derive(Clone, Debug, Default)]
pub(crate) struct Activity {
    /// The last value of every property.
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
    /// How many things there are to see.
    pub(crate) fn len(&self) -> usize {
        self.properties.len() + self.tracked.len()
    }

    pub(super) fn clear(&mut self) {
        self.properties = Rc::default();
        self.tracked = Rc::default();
        self.revision += 1;
    }

    fn track(&mut self, time: Duration, placement: PlacementKind, name: String, properties: Map<String, Value>) {
        let tracked = Rc::make_mut(&mut self.tracked);
        if tracked.len() >= LIMIT {
            tracked.pop_front();
        }
        tracked.push_back(Tracked { number: self.next, time, placement, name, properties });
        self.next += 1;
        self.revision += 1;
    }

    fn update(&mut self, properties: &Map<String, Value>) {
        let present = Rc::make_mut(&mut self.properties);
        present.extend(properties.iter().map(|(name, value)| (name.clone(), value.clone())));
        self.revision += 1;
    }
}

impl Model {
    pub(super) fn track(&mut self, now: Duration, placement: PlacementKind, data: &Value) {
        let name = data.get("event_name").and_then(Value::as_str).filter(|name| !name.trim().is_empty());
        let properties = match data.get("event_properties") {
            None | Some(Value::Null) => Some(Map::new()),
            Some(properties) => properties.as_object().cloned(),
        };
        match (name, properties) {
            (Some(name), Some(properties)) => self.activity.track(now, placement, name.to_owned(), properties),
            _ => self.log.warn(now, "track was left aside: it takes an event_name, and event_properties as an object."),
        }
    }

    pub(super) fn update_properties(&mut self, now: Duration, data: &Value) {
        let Some(properties) = data.as_object() else {
            return self.log.warn(now, "update_properties was left aside: its data have to be an object.");
        };
        match properties.iter().find(|(_, value)| value.is_array() || value.is_object()) {
            Some((name, _)) => {
                let text =
                    format!("update_properties was left aside: {name} is neither text, number, boolean nor null.");
                self.log.warn(now, text);
            }
            None => self.activity.update(properties),
        }
    }
}
