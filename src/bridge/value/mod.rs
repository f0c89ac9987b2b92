//! Values of the host's: JavaScript's in a browser, JSON where there is none.

#[cfg(target_family = "wasm")]
mod js;
#[cfg(not(target_family = "wasm"))]
mod json;

use livechat_protocol::DecodeError;
use wasm_bindgen::JsValue;

#[cfg(target_family = "wasm")]
use self::JsValue as Held;
#[cfg(not(target_family = "wasm"))]
use self::json::Held;

/// A value that the host sent, or that goes to it, as the browser holds it.
///
/// Natively, where tests run without a browser, it holds JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct HostValue(Held);

impl HostValue {
    /// The JavaScript value. Natively there are none, and this is `null`.
    #[must_use]
    pub fn as_js(&self) -> &JsValue {
        self.0.as_ref()
    }

    /// A copy as JSON, bounded in depth and size by [`limits`](livechat_protocol::limits).
    ///
    /// # Errors
    /// Names the place that is too deep, too long or has no JSON form.
    pub fn to_json(&self) -> Result<serde_json::Value, DecodeError> {
        livechat_protocol::to_json(self)
    }

    /// The value that this JSON stands for.
    #[must_use]
    pub fn from_json(value: &serde_json::Value) -> Self {
        livechat_protocol::from_json(value)
    }
}
