//! Commands that report activity.

use livechat_protocol::PlacementKind;
use serde_json::{Map, Value};

use super::state::Model;

impl Model {
    pub(super) fn track(&mut self, placement: PlacementKind, data: &Value) {
        let name = data.get("event_name").and_then(Value::as_str).filter(|name| !name.trim().is_empty());
        let properties = match data.get("event_properties") {
            None | Some(Value::Null) => Some(Map::new()),
            Some(properties) => properties.as_object().cloned(),
        };
        match (name, properties) {
            (Some(name), Some(properties)) => {
                self.activity.track(self.turn.now, placement, name.to_owned(), properties);
            }
            _ => self.warn("track was ignored: it needs an event_name, and event_properties must be an object."),
        }
    }

    pub(super) fn update_properties(&mut self, data: &Value) {
        let Some(properties) = data.as_object() else {
            return self.warn("update_properties was ignored: its data must be an object.");
        };
        match properties.iter().find(|(_, value)| value.is_array() || value.is_object()) {
            Some((name, _)) => {
                let text = format!("update_properties was ignored: {name} is not a string, number, boolean or null.");
                self.warn(text);
            }
            None => self.activity.update(properties),
        }
    }
}
