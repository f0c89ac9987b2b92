//! What an extension's own server answers.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What an extension's own server answers to a request.
///
/// It is not the host's: the simulator passes it over, since the requests of a page go past it. In a test,
/// `yew_livechat::testing::FakeServer` answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpAnswer {
    /// The end of the address, `/api/orders`, with the method before it where that matters: `PUT /api/orders`.
    pub request: String,
    /// The status; 200 unless it is written. 0 is no answer at all: the network fails.
    #[serde(default = "ok", skip_serializing_if = "is_ok")]
    pub status: u16,
    /// The JSON that is sent.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub body: Value,
}

fn ok() -> u16 {
    200
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_ok(status: &u16) -> bool {
    *status == ok()
}
