//! The tickets of HelpDesk.

use std::rc::Rc;

use yew::prelude::*;

use super::list_row::{Row, list_row};
use crate::{msg::Msg, tickets::Ticket};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TicketListProps {
    pub(crate) tickets: Rc<[Rc<Ticket>]>,
    /// The id of the ticket that is open.
    pub(crate) open: Option<AttrValue>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The list at the left of the conversation.
#[component]
pub(crate) fn TicketList(props: &TicketListProps) -> Html {
    html! {
        <section class="sim-list" aria-label="HelpDesk tickets">
            <div class="sim-head"><h2>{ "Tickets" }</h2></div>
            <h3 class="sim-group">{ format!("My tickets ({})", props.tickets.len()) }</h3>
            <ul>
                for ticket in props.tickets.iter() {
                    { row(ticket, props) }
                }
            </ul>
        </section>
    }
}

fn row(ticket: &Ticket, props: &TicketListProps) -> Html {
    let id = ticket.info.id.clone();
    let requester = ticket.requester().to_owned();
    list_row(Row {
        is_open: props.open.as_ref().is_some_and(|open| **open == *id),
        title: ticket.subject().to_owned(),
        preview: format!("{requester} · {}", ticket.text("/status").unwrap_or("open")),
        avatar: (requester.clone(), requester),
        onclick: {
            let id = id.clone();
            props.dispatch.reform(move |_| Msg::TicketOpened(id.clone()))
        },
        id,
    })
}
