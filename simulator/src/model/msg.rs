//! What can happen.

use std::rc::Rc;

use livechat_protocol::{Driver, Faults, PlacementKind, RawEvent, Report};
use serde_json::Value;

use super::{effect::FakeRequest, frame_origin::OtherName, parts::fake_livechat::Switches};
use crate::{
    choices::{Authorization, Drawer, PaceChoice, Tab, View},
    extension::SimulatedExtension,
    log::Filter,
};

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
    /// The message box extension is that many pixels high from now on.
    MessageBoxResized(u32),
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
    /// A reload of all frames was requested.
    ReloadRequested,
    /// A reload of one frame was requested.
    FrameReloadRequested(PlacementKind),
    /// The drawer's part was opened or folded.
    DrawerToggled(Drawer),
    /// The drawer's part is wanted.
    DrawerOpened(Drawer),
    /// The drawer was made higher or lower.
    DrawerResized(u32),
    /// The details panel was made wider or narrower.
    PanelResized(u32),
    /// The log was cleared.
    FramesCleared,
    /// Other entries of the log are to be shown.
    FilterChanged(Filter),
    /// The log was stopped, or goes on.
    PauseToggled,
    /// Other things are to be wrong.
    FaultsChanged(Faults),
    /// The server was asked whether it answers at the page's other loopback name.
    OtherNameKnown(OtherName),
    /// Extensions are to be loaded from the simulator's own origin, or from its other name.
    SameOriginChosen(bool),
    /// The host is to begin a new connection with every extension.
    ReconnectRequested,
    /// The person sends an event of their own.
    EventSent(PlacementKind, RawEvent<Value>),
    /// The person posts a message of their own, as it is.
    MessagePosted(PlacementKind, Value),
    /// Recording begins, or ends.
    RecordingToggled,
    /// What happened since the frames were loaded is to be a scenario.
    ScenarioMade,
    /// The scenario was named.
    ScenarioNamed(String),
    /// The scenario is wanted as a file.
    ScenarioSaveRequested,
    /// A scenario's file was read, or why it could not be.
    ScenarioRead {
        /// The file's text.
        text: Result<String, String>,
        /// Whether it is played at once.
        play: bool,
    },
    /// How fast scenarios are played was chosen.
    PaceChosen(PaceChoice),
    /// The scenario is to be played from its beginning.
    ReplayRequested,
    /// The next step is to be played.
    ReplayStepped,
    /// The Agent App is to be the person's again.
    ReplayEnded,
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
    /// A development build reported what the simulator cannot see.
    Reported {
        /// Whose bridge.
        placement: PlacementKind,
        report: Report,
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
    /// The fake LiveChat is to be looked for.
    FakeSought,
    /// The fake LiveChat sent its switches, since they changed or the stream of events was opened.
    FakeSwitches(Switches),
    /// Something was sent to a chat by the fake LiveChat's API.
    FakeEvent {
        /// The event's id in the stream.
        id: String,
        /// The event, its chat and its thread.
        data: Value,
    },
    /// The fake LiveChat's stream of events broke off, or was not opened.
    FakeLost,
    /// The person changed a switch of the fake LiveChat.
    SwitchChosen(&'static str, Value),
    /// The person wants this of the fake LiveChat.
    FakeAsked(FakeRequest),
    /// The fake LiveChat answered a request, or why it did not.
    FakeAnswered(FakeRequest, Result<Value, String>),
    /// The time that was asked for has come.
    Elapsed,
}
