//! The authorization flow, which only the details extension takes part in.

use livechat_protocol::PlacementKind::Details;
use serde_json::{Value, json};

use super::{effect::Effect, parts::authorizing::TIMEOUT, state::Model};
use crate::choices::Authorization;

impl Model {
    /// Begins the flow, which is followed by the open profile.
    pub(super) fn authorize(&mut self) {
        if self.scenarios.is_replaying() {
            return;
        }
        self.authorizing.attempt += 1;
        self.authorizing.stop();
        match self.authorization() {
            Authorization::Accepted => {
                self.authorizing.by = Some(self.turn.now.saturating_add(TIMEOUT));
                self.turn.effects.push(Effect::Authorize { attempt: self.authorizing.attempt });
            }
            Authorization::Refused => {
                self.push(Details, "authorize_error", Value::Null);
                self.tell_open(Details);
            }
            Authorization::None => self.tell_open(Details),
        }
    }

    /// The chosen outcome of the flow, if the extension takes part in it.
    fn authorization(&self) -> Authorization {
        if self.takes_part_in_authorization() { self.choices.authorization } else { Authorization::None }
    }

    /// Whether the details extension waits for the host's authorization.
    pub(crate) fn takes_part_in_authorization(&self) -> bool {
        self.extension(Details).is_some_and(|details| details.authorize)
    }

    /// A late answer is ignored.
    pub(super) fn authorize_answered(&mut self, attempt: u32, result: Result<Value, String>) {
        if attempt == self.authorizing.attempt && self.authorizing.is_under_way() {
            self.authorized(result);
        }
    }

    pub(super) fn authorization_elapsed(&mut self) {
        if self.authorizing.by.is_some_and(|by| by <= self.turn.now) {
            let seconds = TIMEOUT.as_secs();
            self.authorized(Err(format!("/authorize/ did not answer within {seconds} s.")));
        }
    }

    fn authorized(&mut self, result: Result<Value, String>) {
        self.authorizing.stop();
        match result {
            Ok(session_id) => self.push(Details, "authorize", json!({ "session_id": session_id })),
            Err(reason) => {
                self.warn(format!("Authorization failed. {reason}"));
                self.push(Details, "authorize_error", Value::Null);
            }
        }
        self.tell_open(Details);
    }
}
