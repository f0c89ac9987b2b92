//! What can happen.

use livechat_protocol::Driver;
use serde_json::Value;

use crate::choices::{Authorization, View};

/// One of the tabs of the details panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// What the host knows of the customer.
    Customer,
    /// The extension.
    #[default]
    Extension,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    /// The agent went to another view.
    ViewChosen(View),
    /// The agent opened the customer of this id.
    CustomerOpened(String),
    /// The agent closed the profile that is open.
    ProfileClosed,
    /// The agent typed into the message input.
    DraftChanged(String),
    /// The agent sent the message.
    SendRequested,
    /// The agent went to another tab of the details panel.
    TabChosen(Tab),
    /// The wire format was chosen.
    DriverChosen(Driver),
    /// How authorization ends was chosen.
    AuthorizationChosen(Authorization),
    /// Light to dark, or back.
    ThemeToggled,
    /// The frame is to be loaded anew.
    ReloadRequested,
    /// The drawer with the frames was opened or folded.
    FramesToggled,
    /// The log was cleared.
    FramesCleared,
    /// The extension's page has loaded.
    FrameLoaded,
    /// The extension's window posted something; data that JSON cannot hold are described in words.
    Received {
        /// The origin it came from.
        origin: String,
        /// What was posted.
        data: Result<Value, String>,
    },
    /// A message of the extension's window came from another origin than the extension's.
    ReceivedFromElsewhere {
        /// That origin.
        origin: String,
    },
    /// The browser did not let something be posted, and said why.
    PostFailed(String),
    /// The extension's server answered, or why it did not.
    AuthorizeAnswered {
        /// Which request is answered.
        attempt: u32,
        /// The session id, or what went wrong.
        result: Result<Value, String>,
    },
    /// The time that was asked for has come.
    Elapsed,
}
