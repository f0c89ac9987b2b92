//! The answers of an extension's own server.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The answer of an extension's own server to a request.
///
/// It does not come from the host: the simulator ignores it, because a page's requests do not pass through it. In a
/// test, `yew_livechat::testing::FakeServer` gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpAnswer {
    /// The end of the address, such as `/api/orders`, optionally with a method before it: `PUT /api/orders`.
    pub request: String,
    /// The status; 200 by default. 0 is no answer at all: the network fails.
    #[serde(default = "ok", skip_serializing_if = "is_ok")]
    pub status: u16,
    /// The JSON body.
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
