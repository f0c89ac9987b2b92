//! Commands: what the extension asks of the host.

use std::borrow::Cow;

use super::{
    navigate_from_fullscreen_widget::Pathname, put_messagebox_message::MessageBoxMessage, redirect::RedirectTarget,
    set_fullscreen_widget_notification_badge::NotificationBadge, set_reports_filters::ReportsFilters, set_toast::Toast,
    track::TrackedEvent, update_properties::AppProperties,
};
use crate::{
    values::{
        payment::{Charge, PaymentIntent, PaymentMetadata},
        rich_message::{Cards, QuickReplies},
        section::Section,
    },
    wire::{Encode, Object, Payload, Reader},
};

pub(crate) const TRANSACTION_PENDING: &str = "register_transaction_pending";
pub(crate) const TRANSACTION_SUCCESS: &str = "register_transaction_success";

/// An error as the other side reads it. The SDK sends the `Error` that it then throws.
struct Failure<'a>(&'a str);

impl Encode for Failure<'_> {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("message", self.0).build()
    }
}

/// A command: `{plugin_id, message, data}` on the wire, less the plugin id, which the connection adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command<P> {
    /// The command's name.
    pub message: Cow<'static, str>,
    /// What goes with it; `null` where nothing does.
    pub data: P,
}

impl<P: Payload> Command<P> {
    /// A command of any name, for what has no typed form yet.
    #[must_use]
    pub fn raw(message: impl Into<Cow<'static, str>>, data: P) -> Self {
        Self { message: message.into(), data }
    }

    /// `plugin_inited`: the extension has rendered, the host may remove its loader.
    #[must_use]
    pub fn plugin_inited() -> Self {
        Self::raw("plugin_inited", P::null())
    }

    /// `plugin_loaded`: the host deletes the session id and asks for a new one.
    #[must_use]
    pub fn plugin_loaded() -> Self {
        Self::raw("plugin_loaded", P::null())
    }

    /// `put_message`: the host appends the text to the agent's message input.
    #[must_use]
    pub fn put_message(text: &str) -> Self {
        Self::raw("put_message", P::text(text))
    }

    /// `watch_messages`: the host sends [`Message`](crate::Message) events from then on.
    #[must_use]
    pub fn watch_messages() -> Self {
        Self::raw("watch_messages", P::null())
    }

    /// `customer_details_section`: the host draws the section in the customer's details.
    #[must_use]
    pub fn customer_details_section(section: &Section) -> Self {
        Self::raw("customer_details_section", section.encode())
    }

    /// `put_messagebox_message`: the host puts a message into the message input, for the agent to send.
    #[must_use]
    pub fn put_messagebox_message(message: &MessageBoxMessage) -> Self {
        Self::raw("put_messagebox_message", message.encode())
    }

    /// `send_quick_replies`: the host sends a question with answers to choose from.
    #[must_use]
    pub fn send_quick_replies(replies: &QuickReplies) -> Self {
        Self::raw("send_quick_replies", replies.encode())
    }

    /// `send_cards`: the host sends cards.
    #[must_use]
    pub fn send_cards(cards: &Cards) -> Self {
        Self::raw("send_cards", cards.encode())
    }

    /// `set_fullscreen_widget_notification_badge`: the number on the extension's icon; none takes it away.
    #[must_use]
    pub fn set_notification_badge(badge: Option<NotificationBadge>) -> Self {
        let badge = badge.map_or_else(P::null, |badge| badge.encode());
        Self::raw("set_fullscreen_widget_notification_badge", badge)
    }

    /// `navigate_from_fullscreen_widget`: the host goes to another of its pages.
    #[must_use]
    pub fn navigate(path: &Pathname) -> Self {
        Self::raw("navigate_from_fullscreen_widget", path.encode())
    }

    /// `set_reports_filters`: the host filters its reports.
    #[must_use]
    pub fn set_reports_filters(filters: &ReportsFilters) -> Self {
        Self::raw("set_reports_filters", filters.encode())
    }

    /// `redirect`: the host's window goes to another page.
    #[must_use]
    pub fn redirect(target: &RedirectTarget) -> Self {
        Self::raw("redirect", target.encode())
    }

    /// `track`: something for the host's analytics.
    #[must_use]
    pub fn track(event: &TrackedEvent) -> Self {
        Self::raw("track", event.encode())
    }

    /// `set_toast`: the host shows a word for a moment.
    #[must_use]
    pub fn set_toast(toast: &Toast) -> Self {
        Self::raw("set_toast", toast.encode())
    }

    /// `open_chat_widget`: the host opens the chat with its own support.
    #[must_use]
    pub fn open_chat_widget() -> Self {
        Self::raw("open_chat_widget", P::null())
    }

    /// `update_properties`: what the extension tells the host of itself.
    #[must_use]
    pub fn update_properties(properties: &AppProperties) -> Self {
        Self::raw("update_properties", properties.encode())
    }

    /// `register_transaction_pending`: the host asks the customer to pay.
    #[must_use]
    pub fn register_transaction_pending(charge: &Charge, metadata: &PaymentMetadata) -> Self {
        let intent = PaymentIntent::new(charge, metadata.clone());
        Self::raw(TRANSACTION_PENDING, Object::new().with("paymentIntent", &intent).build())
    }

    /// `register_transaction_success`: the charge is registered.
    #[must_use]
    pub fn register_transaction_success(charge: &Charge) -> Self {
        Self::raw(TRANSACTION_SUCCESS, Object::new().with("charge", charge).build())
    }

    /// `register_transaction_failure`: the charge could not be registered.
    #[must_use]
    pub fn register_transaction_failure(reason: &str) -> Self {
        Self::raw("register_transaction_failure", Object::new().with("error", &Failure(reason)).build())
    }

    pub(crate) fn to_wire(&self, plugin_id: Option<&str>) -> P {
        P::object(vec![
            ("plugin_id", plugin_id.map_or_else(P::null, P::text)),
            ("message", P::text(&self.message)),
            ("data", self.data.clone()),
        ])
    }
}

/// A command as the host receives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedCommand<P> {
    /// Which extension it came from.
    pub plugin_id: Option<String>,
    /// The command itself.
    pub command: Command<P>,
}

impl<P: Payload> ReceivedCommand<P> {
    /// Reads `{plugin_id, message, data}`; `None` if it is something else.
    pub(crate) fn from_wire(value: &P) -> Option<Self> {
        let from = Reader::new(value.clone());
        let message = from.member("message").and_then(|message| message.text()).ok()?;
        let plugin_id = from.optional("plugin_id").ok()?;
        let data = value.member("data").unwrap_or_else(P::null);
        Some(Self { plugin_id, command: Command::raw(message, data) })
    }
}
