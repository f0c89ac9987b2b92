//! What can happen.

use std::rc::Rc;

use livechat_protocol::{Driver, PlacementKind};
use serde_json::Value;

use crate::{
    choices::{Authorization, Drawer, View},
    extension::SimulatedExtension,
};

/// One of the tabs of the details panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// What the host knows of the customer.
    Customer,
    /// The extension.
    #[default]
    Extension,
}

/// How a purchase ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The person pays.
    Accepted,
    /// The person does not want to.
    Declined,
    /// The person does, and it does not work.
    Failed,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    /// The page has other extensions than before.
    ExtensionsChanged(Rc<[SimulatedExtension]>),
    /// The agent went to another view.
    ViewChosen(View),
    /// The agent opened the customer of this id.
    CustomerOpened(String),
    /// The agent opened the ticket of this id.
    TicketOpened(String),
    /// The agent closed the profile, or the ticket, that is open.
    Closed,
    /// The agent typed into the message input.
    DraftChanged(String),
    /// The agent took the rich message out of the message input.
    RichMessageRemoved,
    /// The agent sent the message.
    SendRequested,
    /// The input for the customer's words was opened or folded.
    CustomerInputToggled,
    /// The person typed for the customer.
    CustomerDraftChanged(String),
    /// The person sent what they typed for the customer.
    CustomerSendRequested,
    /// The person chose a quick reply, as the customer.
    ReplyChosen(String),
    /// The message box extension was opened or closed.
    MessageBoxToggled,
    /// The agent went to another tab of the details panel.
    TabChosen(Tab),
    /// The agent clicked something in a section.
    SectionClicked {
        /// What the extension is told it by, if it is told.
        id: Option<String>,
        /// Whether it opens the extension.
        open_app: bool,
    },
    /// The wire format was chosen.
    DriverChosen(Driver),
    /// How authorization ends was chosen.
    AuthorizationChosen(Authorization),
    /// Light to dark, or back.
    ThemeToggled,
    /// All frames are to be loaded anew.
    ReloadRequested,
    /// One frame is to be loaded anew.
    FrameReloadRequested(PlacementKind),
    /// The drawer's part was opened or folded.
    DrawerToggled(Drawer),
    /// The log was cleared.
    FramesCleared,
    /// What the extensions told of themselves was cleared.
    ActivityCleared,
    /// The Agent App's own query string was changed.
    PageChanged(String),
    /// A toast was closed.
    ToastClosed(u64),
    /// The purchase of that number ended.
    PurchaseEnded(u64, Outcome),
    /// Another billing cycle was chosen for the purchase of that number, in months.
    BillingCycleChosen(u64, u32),
    /// The word about a redirect was closed.
    RedirectClosed,
    /// The chat with the host's support was closed.
    SupportClosed,
    /// An extension's page has loaded.
    FrameLoaded(PlacementKind),
    /// An extension's window posted something; data that JSON cannot hold are described in words.
    Received {
        /// Whose window.
        placement: PlacementKind,
        /// The origin it came from.
        origin: String,
        /// What was posted.
        data: Result<Value, String>,
    },
    /// A message of an extension's window came from another origin than the extension's.
    ReceivedFromElsewhere {
        /// Whose window.
        placement: PlacementKind,
        /// That origin.
        origin: String,
    },
    /// The browser did not let something be posted, and said why.
    PostFailed {
        /// To whom.
        placement: PlacementKind,
        /// Why.
        reason: String,
    },
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
