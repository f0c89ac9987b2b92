//! The simulator's notes in its log.

use livechat_protocol::{Decode, decode};
use serde_json::Value;

use super::state::Model;

impl Model {
    /// Logs a note.
    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.log.note(self.turn.now, text);
    }

    /// Logs a warning.
    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.log.warn(self.turn.now, text);
    }

    /// Decodes a command's data, and logs a warning if that fails.
    pub(super) fn read<T: Decode>(&mut self, command: &str, data: &Value) -> Option<T> {
        match decode(data) {
            Ok(read) => Some(read),
            Err(error) => {
                self.warn(format!("{command} was ignored: {error}."));
                None
            }
        }
    }
}
