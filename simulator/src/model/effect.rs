//! What the model wants done.

use livechat_protocol::PlacementKind;
use serde_json::Value;

use super::parts::fake_livechat::Switches;

/// A request to the fake LiveChat.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FakeRequest {
    /// Replace its switches.
    Set(Switches),
    ExpireTokens,
    Reset,
}

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
    /// Receive the fake LiveChat's events, in place of any stream before.
    ListenToFake {
        /// The id of the last event that was received: those after it, or else those from now on.
        after: Option<String>,
    },
    /// Receive no more of them.
    StopListening,
    /// Send this to the fake LiveChat.
    AskFake(FakeRequest),
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
