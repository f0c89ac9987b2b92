//! The latest of everything that the host said.

use std::{collections::VecDeque, rc::Rc};

use crate::{
    customer::CustomerProfileState,
    event::{Event, EventError, RawEvent},
    events::{
        Authorize, AuthorizeError, ChangeTheme, CustomerProfile, CustomerProfileHidden, Message, MessageBoxText,
        PageData, TicketInfo, TransactionAccepted, TransactionDeclined, TransactionFailed,
    },
    limits,
    payload::Payload,
    payment::Transaction,
    session::Session,
    theme::Theme,
};

/// The latest of everything that the host said, kept so that a component which mounts
/// after the event came still gets it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HostState {
    /// The customer.
    pub customer_profile: CustomerProfileState,
    /// The session.
    pub session: Session,
    /// The theme.
    pub theme: Theme,
    /// The latest messages of all chats that are watched, oldest first; at most [`limits::MESSAGES`].
    pub messages: VecDeque<Rc<Message>>,
    /// What stands in the message input; `None` before the host has told.
    pub message_box_text: Option<Rc<str>>,
    /// What the Agent App's own address says; `None` before the host has told.
    pub page_data: Option<Rc<PageData>>,
    /// How far the last transaction has come.
    pub transaction: Transaction,
    /// The ticket that HelpDesk shows; `None` before the host has told.
    pub ticket_info: Option<Rc<TicketInfo>>,
}

/// A part of what an extension knows, whose change re-renders those who use it and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slice {
    /// [`HostState::customer_profile`].
    CustomerProfile,
    /// [`HostState::session`].
    Session,
    /// [`HostState::theme`].
    Theme,
    /// The connection.
    Connection,
    /// [`HostState::messages`].
    Messages,
    /// [`HostState::message_box_text`].
    MessageBoxText,
    /// [`HostState::page_data`].
    PageData,
    /// [`HostState::transaction`].
    Transaction,
    /// [`HostState::ticket_info`].
    TicketInfo,
}

impl HostState {
    /// Takes in an event. Returns the slice that it changed, if any; events that are not known change none.
    ///
    /// # Errors
    /// When a known event cannot be read; nothing has changed then.
    pub(crate) fn apply<P: Payload>(&mut self, event: &RawEvent<P>) -> Result<Option<Slice>, EventError> {
        match event.name.as_str() {
            CustomerProfile::NAME => {
                let shown = CustomerProfileState::Shown(Rc::new(event.read_as()?));
                Ok(replace(&mut self.customer_profile, shown, Slice::CustomerProfile))
            }
            CustomerProfileHidden::NAME => {
                let CustomerProfileHidden { id } = event.read_as()?;
                // The leaving of a customer who is not on screen says nothing of what is.
                match &self.customer_profile {
                    CustomerProfileState::Shown(profile) if profile.id == id => {
                        let hidden = CustomerProfileState::Hidden { id };
                        Ok(replace(&mut self.customer_profile, hidden, Slice::CustomerProfile))
                    }
                    _ => Ok(None),
                }
            }
            Authorize::NAME => {
                let Authorize { session_id } = event.read_as()?;
                Ok(self.set_session(Session::Authorized { id: session_id }))
            }
            AuthorizeError::NAME => Ok(self.set_session(Session::Refused)),
            ChangeTheme::NAME => {
                let ChangeTheme { theme } = event.read_as()?;
                Ok(replace(&mut self.theme, theme, Slice::Theme))
            }
            Message::NAME => {
                self.messages.push_back(Rc::new(event.read_as()?));
                if self.messages.len() > limits::MESSAGES {
                    self.messages.pop_front();
                }
                Ok(Some(Slice::Messages))
            }
            MessageBoxText::NAME => {
                let MessageBoxText { value } = event.read_as()?;
                Ok(replace(&mut self.message_box_text, Some(value.into()), Slice::MessageBoxText))
            }
            PageData::NAME => Ok(replace(&mut self.page_data, Some(Rc::new(event.read_as()?)), Slice::PageData)),
            TicketInfo::NAME => Ok(replace(&mut self.ticket_info, Some(Rc::new(event.read_as()?)), Slice::TicketInfo)),
            TransactionAccepted::NAME => {
                let TransactionAccepted { charge_id } = event.read_as()?;
                Ok(self.set_transaction(Transaction::Accepted { charge_id }))
            }
            TransactionDeclined::NAME => {
                let TransactionDeclined { charge_id } = event.read_as()?;
                Ok(self.set_transaction(Transaction::Declined { charge_id }))
            }
            TransactionFailed::NAME => {
                let TransactionFailed { reason } = event.read_as()?;
                Ok(self.set_transaction(Transaction::Failed { reason }))
            }
            _ => Ok(None),
        }
    }

    pub(crate) fn set_transaction(&mut self, transaction: Transaction) -> Option<Slice> {
        replace(&mut self.transaction, transaction, Slice::Transaction)
    }

    /// An extension that authorizes on its own has no session of the host's making.
    pub(crate) fn set_session(&mut self, session: Session) -> Option<Slice> {
        match self.session {
            Session::HandledByApp => None,
            _ => replace(&mut self.session, session, Slice::Session),
        }
    }
}

fn replace<T: PartialEq>(current: &mut T, new: T, slice: Slice) -> Option<Slice> {
    (*current != new).then(|| {
        *current = new;
        slice
    })
}
