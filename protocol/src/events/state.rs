//! The latest of everything that the host said.

use std::{collections::VecDeque, rc::Rc};

use super::{
    authorize::{Authorize, AuthorizeError},
    change_theme::ChangeTheme,
    customer_profile::CustomerProfile,
    customer_profile_hidden::CustomerProfileHidden,
    customer_profile_state::CustomerProfileState,
    event::{Event, EventError, RawEvent, is_named},
    message::Message,
    message_box_text::MessageBoxText,
    page_data::PageData,
    section_button_click::SectionButtonClick,
    ticket_info::TicketInfo,
    transaction::{TransactionAccepted, TransactionDeclined, TransactionFailed},
};
use crate::{
    values::{Session, Theme, payment::Transaction},
    wire::{DecodeError, Payload, decode_noting, limits},
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
    /// The latest messages of the watched chats, oldest first; at most [`limits::MESSAGES`], and at most
    /// [`limits::MESSAGES_TEXT`] of text. None are stored that no component wants.
    pub messages: VecDeque<Rc<Message>>,
    /// The text of the message input; `None` before the host has sent it, and when it could not be read.
    pub message_box_text: Option<Rc<str>>,
    /// What the Agent App's own address says; `None` before the host has told.
    pub page_data: Option<Rc<PageData>>,
    /// How far the last transaction has come.
    pub transaction: Transaction,
    /// The ticket that HelpDesk shows; `None` before the host has sent one, and when the latest could not be read.
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

/// What taking in an event came to.
#[derive(Debug, Default)]
pub(crate) struct Applied {
    /// The slice that changed, if any; unknown events change none.
    pub(crate) changed: Option<Slice>,
    /// Why the event was refused.
    pub(crate) refused: Option<EventError>,
    /// The fields that could not be read and were left out.
    pub(crate) skipped: Vec<EventError>,
}

/// Reads an event and collects the fields that were skipped.
struct EventReader<'a, P> {
    event: &'a RawEvent<P>,
    skipped: Vec<EventError>,
}

impl<P: Payload> EventReader<'_, P> {
    /// Reads the data as those of `E`, for a caller that has matched the name.
    fn read<E: Event>(&mut self) -> Result<E, EventError> {
        let (read, skipped) = decode_noting(&self.event.data);
        self.note(skipped);
        read.map_err(|error| self.error(error))
    }

    // These two are compiled once and not for each event.
    fn note(&mut self, skipped: Vec<DecodeError>) {
        for error in skipped {
            let error = self.error(error);
            self.skipped.push(error);
        }
    }

    fn error(&self, error: DecodeError) -> EventError {
        EventError { event: self.event.name.clone(), error }
    }
}

impl HostState {
    /// Takes in an event. `stores_messages` says whether a component may want the chats' messages.
    ///
    /// An event that cannot be read changes nothing, unless the state is about somebody or something that the event was
    /// to replace: then that is forgotten, because showing it would be wrong.
    pub(crate) fn apply<P: Payload>(&mut self, event: &RawEvent<P>, stores_messages: bool) -> Applied {
        let mut reader = EventReader { event, skipped: Vec::new() };
        let (changed, refused) = match self.take_in(&mut reader, stores_messages) {
            Ok(changed) => (changed, None),
            Err(error) => (self.forget(&error), Some(error)),
        };
        Applied { changed, refused, skipped: reader.skipped }
    }

    /// Whether [`apply`](Self::apply) reads events of this name.
    pub(crate) fn reads(name: &str) -> bool {
        [
            Authorize::NAME,
            AuthorizeError::NAME,
            ChangeTheme::NAME,
            CustomerProfile::NAME,
            CustomerProfileHidden::NAME,
            Message::NAME,
            MessageBoxText::NAME,
            PageData::NAME,
            TicketInfo::NAME,
            TransactionAccepted::NAME,
            TransactionDeclined::NAME,
            TransactionFailed::NAME,
        ]
        .contains(&name)
            || is_named::<SectionButtonClick>(name)
    }

    fn take_in<P: Payload>(
        &mut self,
        from: &mut EventReader<'_, P>,
        stores_messages: bool,
    ) -> Result<Option<Slice>, EventError> {
        match from.event.name.as_str() {
            CustomerProfile::NAME => {
                let shown = CustomerProfileState::Shown(Rc::new(from.read()?));
                Ok(replace(&mut self.customer_profile, shown, Slice::CustomerProfile))
            }
            CustomerProfileHidden::NAME => {
                let CustomerProfileHidden { id } = from.read()?;
                // The leaving of a customer who is not on screen says nothing of the one who is.
                match &self.customer_profile {
                    CustomerProfileState::Shown(profile) if profile.id == id => {
                        let hidden = CustomerProfileState::Hidden { id };
                        Ok(replace(&mut self.customer_profile, hidden, Slice::CustomerProfile))
                    }
                    _ => Ok(None),
                }
            }
            Authorize::NAME => {
                let Authorize { session_id } = from.read()?;
                Ok(self.set_session(Session::Authorized { id: session_id }))
            }
            AuthorizeError::NAME => Ok(self.set_session(Session::Refused)),
            ChangeTheme::NAME => {
                let ChangeTheme { theme } = from.read()?;
                Ok(replace(&mut self.theme, theme, Slice::Theme))
            }
            Message::NAME => {
                let message = Rc::new(from.read()?);
                Ok(stores_messages.then(|| self.store_message(message)))
            }
            MessageBoxText::NAME => {
                let MessageBoxText { value } = from.read()?;
                Ok(replace(&mut self.message_box_text, Some(value.into()), Slice::MessageBoxText))
            }
            PageData::NAME => Ok(replace(&mut self.page_data, Some(Rc::new(from.read()?)), Slice::PageData)),
            TicketInfo::NAME => Ok(replace(&mut self.ticket_info, Some(Rc::new(from.read()?)), Slice::TicketInfo)),
            TransactionAccepted::NAME => {
                let TransactionAccepted { charge_id } = from.read()?;
                Ok(self.set_transaction(Transaction::Accepted { charge_id }))
            }
            TransactionDeclined::NAME => {
                let TransactionDeclined { charge_id } = from.read()?;
                Ok(self.set_transaction(Transaction::Declined { charge_id }))
            }
            TransactionFailed::NAME => {
                let TransactionFailed { reason } = from.read()?;
                Ok(self.set_transaction(Transaction::Failed { reason }))
            }
            // It changes nothing here, and is read so that an unreadable one is refused. A change of the billing cycle
            // is left to its listeners: to read a payment intent would weigh on every extension.
            name if is_named::<SectionButtonClick>(name) => from.read().map(|SectionButtonClick { .. }| None),
            _ => Ok(None),
        }
    }

    /// Forgets what an unreadable event was to replace.
    fn forget(&mut self, unread: &EventError) -> Option<Slice> {
        match unread.event.as_str() {
            // Somebody has left, and it may be the customer on screen.
            CustomerProfileHidden::NAME if self.customer_profile.shown().is_none() => None,
            CustomerProfile::NAME | CustomerProfileHidden::NAME => {
                let unreadable = CustomerProfileState::Unreadable(unread.error.clone());
                replace(&mut self.customer_profile, unreadable, Slice::CustomerProfile)
            }
            MessageBoxText::NAME => replace(&mut self.message_box_text, None, Slice::MessageBoxText),
            TicketInfo::NAME => replace(&mut self.ticket_info, None, Slice::TicketInfo),
            _ => None,
        }
    }

    fn store_message(&mut self, message: Rc<Message>) -> Slice {
        self.messages.push_back(message);
        let mut text: usize = self.messages.iter().map(|message| message.text_size()).sum();
        while self.messages.len() > limits::MESSAGES || (text > limits::MESSAGES_TEXT && self.messages.len() > 1) {
            text -= self.messages.pop_front().map_or(0, |oldest| oldest.text_size());
        }
        Slice::Messages
    }

    pub(crate) fn set_transaction(&mut self, transaction: Transaction) -> Option<Slice> {
        replace(&mut self.transaction, transaction, Slice::Transaction)
    }

    /// An extension that authorizes on its own has no session from the host.
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
