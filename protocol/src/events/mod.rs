//! Events: what the host tells the extension, one a file, and the latest of it.
//!
//! To add one, write its file and a row of the table below: CONTRIBUTING.md has the steps.

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
    /// and at most [`limits::MESSAGES_TEXT`](crate::limits::MESSAGES_TEXT) of text. None are stored that no component
    /// wants.
    state messages: Vec<Rc<Message>>, slice Messages {
        Message = "message" in &[Details],
    }

    /// The text of the message input; `None` before the host has sent it, and when it could not be read.
    state message_box_text: Option<Rc<str>>, slice MessageBoxText {
        MessageBoxText = "message_box_text" in &[Details],
    }

    /// What the Agent App's own address says; `None` before the host has told.
    state page_data: Option<Rc<PageData>>, slice PageData {
        PageData = "page_data" in &[Fullscreen, Settings],
    }

    /// Which threads are in private mode: what all events together have said.
    state private_mode: PrivateMode, slice PrivateMode {
        PrivateMode = "private_mode" in &[Details, MessageBox],
    }

    /// How far the last transaction has come.
    state transaction: Transaction, slice Transaction {
        TransactionAccepted = "transaction_accepted" in &PlacementKind::ALL,
        TransactionDeclined = "transaction_declined" in &PlacementKind::ALL,
        TransactionFailed = "transaction_failed" in &PlacementKind::ALL,
    }

    /// The ticket that HelpDesk shows; `None` before the host has sent one, and when the latest could not be read.
    state ticket_info: Option<Rc<TicketInfo>>, slice TicketInfo {
        TicketInfo = "ticket_info" in &[Details],
    }

    checked {
        // HelpDesk's documentation has the second name, the types of its SDK have the first.
        SectionButtonClick =
            "customer_details_section_button_click" | "ticket_details_section_button_click" in &[Details],
    }

    unread {
        MessageSent = "message_sent" in &[MessageBox],
        // To read a payment intent would weigh on every extension.
        UpdateBillingCycle = "update_billing_cycle" in &PlacementKind::ALL,
    }
}
