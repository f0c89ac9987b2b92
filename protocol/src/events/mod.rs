//! Events: messages from the host to the extension, one per file, and the state that they form.
//!
//! To add an event, add its file and a row in the table below: see CONTRIBUTING.md.

mod authorize;
mod authorize_error;
mod change;
mod change_theme;
mod customer_profile;
mod customer_profile_hidden;
mod customer_profile_state;
mod event;
mod macros;
mod message;
mod message_box_text;
mod message_sent;
mod page_data;
mod private_mode;
mod reading;
mod section_button_click;
pub(crate) mod state;
mod ticket_info;
mod transaction_accepted;
mod transaction_declined;
mod transaction_failed;
mod update_billing_cycle;
mod visitor;

use std::rc::Rc;

pub(crate) use self::change::replace;
pub use self::{
    authorize::Authorize,
    authorize_error::AuthorizeError,
    change_theme::ChangeTheme,
    customer_profile::{Chat, CustomerProfile, Geolocation, Source, SurveyAnswer},
    customer_profile_hidden::CustomerProfileHidden,
    customer_profile_state::CustomerProfileState,
    event::{Event, EventError, PREFIX, RawEvent},
    message::{Author, Message},
    message_box_text::MessageBoxText,
    message_sent::MessageSent,
    page_data::{PageData, QueryParams},
    private_mode::PrivateMode,
    section_button_click::SectionButtonClick,
    ticket_info::TicketInfo,
    transaction_accepted::TransactionAccepted,
    transaction_declined::TransactionDeclined,
    transaction_failed::TransactionFailed,
    update_billing_cycle::UpdateBillingCycle,
    visitor::EventVisitor,
};
use self::{change::Change, macros::events, reading::EventReader};
use crate::{
    values::{
        PlacementKind::{self, Details, Fullscreen, MessageBox, Settings},
        Session, Theme,
        payment::Transaction,
    },
    wire::{DecodeError, Payload, named},
};

events! {
    /// The customer.
    state customer_profile: CustomerProfileState, slice CustomerProfile {
        CustomerProfile = "customer_profile" in &[Details, MessageBox],
        CustomerProfileHidden = "customer_profile_hidden" in &[Details],
    }

    /// The session.
    state session: Session, slice Session {
        Authorize = "authorize" in &[Details],
        AuthorizeError = "authorize_error" in &[Details],
    }

    /// The theme.
    state theme: Theme, slice Theme {
        ChangeTheme = "change_theme" in &PlacementKind::ALL,
    }

    /// The latest messages of the watched chats, oldest first; at most [`limits::MESSAGES`](crate::limits::MESSAGES),
    /// and at most [`limits::MESSAGES_TEXT`](crate::limits::MESSAGES_TEXT) of text. Stored only if a component uses
    /// them.
    state messages: Vec<Rc<Message>>, slice Messages {
        Message = "message" in &[Details],
    }

    /// The text of the message input; `None` until the host sends it, and if it could not be read.
    state message_box_text: Option<Rc<str>>, slice MessageBoxText {
        MessageBoxText = "message_box_text" in &[Details],
    }

    /// The Agent App's address; `None` until the host sends it.
    state page_data: Option<Rc<PageData>>, slice PageData {
        PageData = "page_data" in &[Fullscreen, Settings],
    }

    /// Which threads are in private mode, according to all events so far.
    state private_mode: PrivateMode, slice PrivateMode {
        PrivateMode = "private_mode" in &[Details, MessageBox],
    }

    /// The progress of the latest transaction.
    state transaction: Transaction, slice Transaction {
        TransactionAccepted = "transaction_accepted" in &PlacementKind::ALL,
        TransactionDeclined = "transaction_declined" in &PlacementKind::ALL,
        TransactionFailed = "transaction_failed" in &PlacementKind::ALL,
    }

    /// The ticket that HelpDesk shows; `None` until the host sends one, and if the latest could not be read.
    state ticket_info: Option<Rc<TicketInfo>>, slice TicketInfo {
        TicketInfo = "ticket_info" in &[Details],
    }

    checked {
        // HelpDesk's documentation uses the second name, the types of its SDK the first.
        SectionButtonClick =
            "customer_details_section_button_click" | "ticket_details_section_button_click" in &[Details],
    }

    unread {
        MessageSent = "message_sent" in &[MessageBox],
        // Decoding a payment intent would add code to every extension.
        UpdateBillingCycle = "update_billing_cycle" in &PlacementKind::ALL,
    }
}
