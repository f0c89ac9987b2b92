//! What the model wants done.

use livechat_protocol::PlacementKind;
use serde_json::Value;

/// Something to do in the browser.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Post this to the extension's window.
    Post {
        /// Which extension's.
        placement: PlacementKind,
        /// What to post.
        value: Value,
    },
    /// Ask the extension's server for a session, and report with this number.
    Authorize {
        /// The request's number.
        attempt: u32,
    },
    /// Write the choices into the page's address.
    SaveChoices,
    /// Give the person a file.
    SaveFile {
        /// What it is called.
        name: String,
        /// What is in it.
        text: String,
    },
}
