//! HelpDesk tickets.

use std::rc::Rc;

use yew::prelude::*;

use super::list::{Row, list};
use crate::model::{Msg, Ticket};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TicketListProps {
    pub(crate) tickets: Rc<[Rc<Ticket>]>,
    /// The id of the open ticket.
    pub(crate) open: Option<AttrValue>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The list to the left of the conversation.
#[component]
pub(crate) fn TicketList(props: &TicketListProps) -> Html {
    let rows = props.tickets.iter().map(|ticket| row(ticket, props)).collect();
    list("HelpDesk tickets", "Tickets", "My tickets", rows)
}

fn row(ticket: &Ticket, props: &TicketListProps) -> Row {
    let id = ticket.info.id.clone();
    let requester = ticket.requester().to_owned();
    Row {
        is_open: props.open.as_ref().is_some_and(|open| **open == *id),
        title: ticket.subject().to_owned(),
        preview: format!("{requester} · {}", ticket.text("/status").unwrap_or("open")),
        avatar: (requester.clone(), requester),
        onclick: {
            let id = id.clone();
            props.dispatch.reform(move |_| Msg::TicketOpened(id.clone()))
        },
        id,
    }
}
