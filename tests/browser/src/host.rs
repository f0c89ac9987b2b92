//! A host around the page, for a test with a page of its own.

use wasm_bindgen::JsValue;

use crate::{
    Parent,
    frame::{Frame, HANDSHAKE, run_in},
};

/// An iframe that replaces the page's parent window.
pub struct Host {
    frame: Frame,
    _parent: Parent,
}

impl Host {
    /// A host that has not sent anything yet.
    pub async fn new() -> Self {
        let frame = Frame::new().await;
        let parent = Parent::replaced_by(&frame.window());
        Self { frame, _parent: parent }
    }

    /// Posts this JSON to the page.
    pub fn says(&self, json: &str) {
        self.run(&format!("top.postMessage({json}, '*')"));
    }

    /// Sends the handshake.
    pub fn connects(&self) {
        self.says(HANDSHAKE);
    }

    /// Runs a script in the host's window.
    pub fn run(&self, script: &str) -> JsValue {
        run_in(&self.frame.window(), script, &JsValue::NULL)
    }
}
