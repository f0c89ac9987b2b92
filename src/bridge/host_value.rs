//! The host's values as JSON.

use livechat_protocol::DecodeError;

pub use crate::platform::HostValue;

impl HostValue {
    /// Copies the value as JSON, bounded in depth and size by [`limits`](livechat_protocol::limits).
    ///
    /// # Errors
    /// Names the place that is too deep, too long or has no JSON form.
    pub fn to_json(&self) -> Result<serde_json::Value, DecodeError> {
        livechat_protocol::to_json(self)
    }

    /// Creates the value that this JSON represents.
    #[must_use]
    pub fn from_json(value: &serde_json::Value) -> Self {
        livechat_protocol::from_json(value)
    }
}
