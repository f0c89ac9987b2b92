//! The model's messages.

use std::rc::Rc;

use livechat_protocol::{Driver, Faults, PlacementKind, RawEvent, Report};
use serde_json::Value;

use super::{effect::FakeRequest, frame_origin::OtherName, parts::fake_livechat::Switches};
use crate::{
    choices::{Authorization, Drawer, PaceChoice, Tab, View},
    extension::SimulatedExtension,
    log::Filter,
};

/// The outcome of a purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The user pays.
    Accepted,
    /// The user declines.
    Declined,
    /// The payment fails.
    Failed,
}

/// A message to the model.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Msg {
    /// The list of extensions changed.
    ExtensionsChanged(Rc<[SimulatedExtension]>),
    /// The user opened another view.
    ViewChosen(View),
    /// The user opened the customer with this id.
    CustomerOpened(String),
    /// The user opened the ticket with this id.
    TicketOpened(String),
    /// The user closed the open profile or ticket.
    Closed,
    /// The user typed into the message input.
    DraftChanged(String),
    /// The user removed the rich message from the message input.
    RichMessageRemoved,
    /// The user sent the message.
    SendRequested,
    /// The customer's input was opened or folded.
    CustomerInputToggled,
    /// The user typed as the customer.
    CustomerDraftChanged(String),
    /// The user sent a message as the customer.
    CustomerSendRequested,
    /// The user chose a quick reply as the customer.
    ReplyChosen(String),
    /// The message box extension was opened or closed.
    MessageBoxToggled,
    /// The message box extension was resized to this height in pixels.
    MessageBoxResized(u32),
    /// The user opened another tab of the details panel.
    TabChosen(Tab),
    /// The user clicked a component of a section.
    SectionClicked {
        /// The component's id, which the extension receives.
        id: Option<String>,
        /// Whether the click opens the extension.
        open_app: bool,
    },
    /// The driver was chosen.
    DriverChosen(Driver),
    /// The outcome of authorization was chosen.
    AuthorizationChosen(Authorization),
    /// The theme was switched.
    ThemeToggled,
    /// A reload of all iframes was requested.
    ReloadRequested,
    /// A reload of one frame was requested.
    FrameReloadRequested(PlacementKind),
    /// A part of the drawer was opened or folded.
    DrawerToggled(Drawer),
    /// A part of the drawer was opened.
    DrawerOpened(Drawer),
    /// The drawer was resized.
    DrawerResized(u32),
    /// The details panel was resized.
    PanelResized(u32),
    /// The log was cleared.
    MessagesCleared,
    /// The log's filter was changed.
    FilterChanged(Filter),
    /// The log was paused or resumed.
    PauseToggled,
    /// The faults were changed.
    FaultsChanged(Faults),
    /// The check of the page's other loopback name has finished.
    OtherNameKnown(OtherName),
    /// The user chose to load extensions from the simulator's own origin, or from the other name.
    SameOriginChosen(bool),
    /// A new connection with every extension was requested.
    ReconnectRequested,
    /// The user sent a custom event.
    EventSent(PlacementKind, RawEvent<Value>),
    /// The user posted a custom message.
    MessagePosted(PlacementKind, Value),
    /// Recording was started or stopped.
    RecordingToggled,
    /// A scenario of everything since the iframes were loaded was requested.
    ScenarioMade,
    /// The scenario was named.
    ScenarioNamed(String),
    /// A download of the scenario was requested.
    ScenarioSaveRequested,
    /// A scenario file was read, or could not be read.
    ScenarioRead {
        /// The file's text, or the error.
        text: Result<String, String>,
        /// Whether to play it at once.
        play: bool,
    },
    /// The pace of scenarios was chosen.
    PaceChosen(PaceChoice),
    /// Playing the scenario from the beginning was requested.
    ReplayRequested,
    /// The next step was requested.
    ReplayStepped,
    /// The replay was ended by the user.
    ReplayEnded,
    /// The extensions' activity was cleared.
    ActivityCleared,
    /// The Agent App's query string was changed.
    PageChanged(String),
    /// A toast was closed.
    ToastClosed(u64),
    /// The purchase with this number ended.
    PurchaseEnded(u64, Outcome),
    /// Another billing cycle, in months, was chosen for the purchase with this number.
    BillingCycleChosen(u64, u32),
    /// The redirect dialog was closed.
    RedirectClosed,
    /// The support chat was closed.
    SupportClosed,
    /// An extension's page has loaded.
    FrameLoaded(PlacementKind),
    /// An extension's window posted a message. Values that JSON cannot represent are described in words.
    Received {
        /// The extension's placement.
        placement: PlacementKind,
        /// The message's origin.
        origin: String,
        /// The message.
        data: Result<Value, String>,
    },
    /// A development build reported something that the simulator cannot observe.
    Reported {
        /// The placement of that bridge.
        placement: PlacementKind,
        report: Report,
    },
    /// A message from an extension's window had another origin than the extension.
    ReceivedFromElsewhere {
        /// The extension's placement.
        placement: PlacementKind,
        /// The message's origin.
        origin: String,
    },
    /// The browser refused to post a message.
    PostFailed {
        /// The recipient.
        placement: PlacementKind,
        /// The browser's error.
        reason: String,
    },
    /// The extension's server responded, or failed to.
    AuthorizeAnswered {
        /// The number of the request.
        attempt: u32,
        /// The session id, or the error.
        result: Result<Value, String>,
    },
    /// A search for the fake LiveChat was requested.
    FakeSought,
    /// The fake LiveChat sent its switches, because they changed or the event stream was opened.
    FakeSwitches(Switches),
    /// The fake LiveChat's API sent an event to a chat.
    FakeEvent {
        /// The event's id in the stream.
        id: String,
        /// The event, with its chat and thread.
        data: Value,
    },
    /// The fake LiveChat's event stream broke off, or couldn't be opened.
    FakeLost,
    /// The user changed a switch of the fake LiveChat.
    SwitchChosen(&'static str, Value),
    /// The user requested this of the fake LiveChat.
    FakeAsked(FakeRequest),
    /// The fake LiveChat responded to a request, or failed to.
    FakeAnswered(FakeRequest, Result<Value, String>),
    /// The requested deadline has passed.
    Elapsed,
}
