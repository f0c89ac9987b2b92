//! What the simulator says in its log.

use livechat_protocol::{Decode, decode};
use serde_json::Value;

use super::state::Model;

impl Model {
    /// Says something.
    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.log.note(self.turn.now, text);
    }

    /// Says that something is wrong.
    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.log.warn(self.turn.now, text);
    }

    /// Reads a command's data, and says why where they cannot be read.
    pub(super) fn read<T: Decode>(&mut self, command: &str, data: &Value) -> Option<T> {
        match decode(data) {
            Ok(read) => Some(read),
            Err(error) => {
                self.warn(format!("{command} was left aside: {error}."));
                None
            }
        }
    }
}
