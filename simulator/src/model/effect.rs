//! The model's effects.

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

/// An effect in the browser.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Post a message to the extension's window.
    Post {
        /// The placement of the extension.
        placement: PlacementKind,
        /// The message.
        value: Value,
    },
    /// Request a session from the extension's server, and report the result with this number.
    Authorize {
        /// The request's number.
        attempt: u32,
    },
    /// Open the fake LiveChat's event stream, replacing any earlier one.
    ListenToFake {
        /// The id of the last received event: the stream resumes after it, or begins now.
        after: Option<String>,
    },
    /// Close the event stream.
    StopListening,
    /// Send a request to the fake LiveChat.
    AskFake(FakeRequest),
    /// Write the choices to the page's address.
    SaveChoices,
    /// Offer a file for download.
    SaveFile {
        /// Its name.
        name: String,
        /// Its content.
        text: String,
    },
}
