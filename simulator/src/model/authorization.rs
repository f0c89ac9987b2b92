//! The authorization flow. Only the details extension takes part in it.

use std::time::Duration;

use livechat_protocol::PlacementKind::Details;
use serde_json::{Value, json};

use super::Model;
use crate::{choices::Authorization, effect::Effect};

/// How long the extension's server may take to answer.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How far the flow has come.
#[derive(Debug, Default)]
pub(super) struct Authorizing {
    attempt: u32,
    /// It is under way, and given up at that time.
    by: Option<Duration>,
}

impl Authorizing {
    pub(super) fn is_under_way(&self) -> bool {
        self.by.is_some()
    }

    pub(super) fn deadline(&self) -> Option<Duration> {
        self.by
    }

    /// Nobody waits for it any more.
    pub(super) fn stop(&mut self) {
        self.by = None;
    }
}

impl Model {
    /// Begins the flow; after it comes the profile that is open.
    pub(super) fn authorize(&mut self, now: Duration, effects: &mut Vec<Effect>) {
        if self.scenarios.is_replaying() {
            return;
        }
        self.authorizing.attempt += 1;
        self.authorizing.stop();
        match self.choices.authorization {
            Authorization::Accepted => {
                self.authorizing.by = Some(now.saturating_add(TIMEOUT));
                effects.push(Effect::Authorize { attempt: self.authorizing.attempt });
            }
            Authorization::Refused => {
                self.push(now, Details, "authorize_error", Value::Null);
                self.tell_open(now, Details);
            }
            Authorization::None => self.tell_open(now, Details),
        }
    }

    /// An answer that nobody waits for any more is left aside.
    pub(super) fn authorize_answered(&mut self, now: Duration, attempt: u32, result: Result<Value, String>) {
        if attempt == self.authorizing.attempt && self.authorizing.is_under_way() {
            self.authorized(now, result);
        }
    }

    pub(super) fn authorization_elapsed(&mut self, now: Duration) {
        if self.authorizing.by.is_some_and(|by| by <= now) {
            let seconds = TIMEOUT.as_secs();
            self.authorized(now, Err(format!("/authorize/ did not answer within {seconds} s.")));
        }
    }

    fn authorized(&mut self, now: Duration, result: Result<Value, String>) {
        self.authorizing.stop();
        match result {
            Ok(session_id) => self.push(now, Details, "authorize", json!({ "session_id": session_id })),
            Err(reason) => {
                self.log.warn(now, format!("Authorization failed. {reason}"));
                self.push(now, Details, "authorize_error", Value::Null);
            }
        }
        self.tell_open(now, Details);
    }
}
