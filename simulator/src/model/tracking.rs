//! The commands by which extensions report about themselves.

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
            _ => self.warn("track was left aside: it takes an event_name, and event_properties as an object."),
        }
    }

    pub(super) fn update_properties(&mut self, data: &Value) {
        let Some(properties) = data.as_object() else {
            return self.warn("update_properties was left aside: its data have to be an object.");
        };
        match properties.iter().find(|(_, value)| value.is_array() || value.is_object()) {
            Some((name, _)) => {
                let text =
                    format!("update_properties was left aside: {name} is neither text, number, boolean nor null.");
                self.warn(text);
            }
            None => self.activity.update(properties),
        }
    }
}
