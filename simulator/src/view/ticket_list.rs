//! The tickets of HelpDesk.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat_components::Avatar;

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
    let is_open = props.open.as_ref().is_some_and(|open| **open == *id);
    let preview_id = format!("sim-preview-{id}");
    let onclick = {
        let id = id.clone();
        props.dispatch.reform(move |_| Msg::TicketOpened(id.clone()))
    };
    html! {
        <li class={classes!("sim-row", is_open.then_some("sim-row-open"))} key={id}>
            <Avatar id={ticket.requester().to_owned()} name={ticket.requester().to_owned()} />
            <div class="sim-row-text">
                // Its name is the subject and nothing else; its area is the whole row.
                <button
                    type="button"
                    class="sim-row-name"
                    dir="auto"
                    aria-describedby={preview_id.clone()}
                    aria-current={is_open.then_some("true")}
                    {onclick}
                >
                    { ticket.subject() }
                </button>
                <span class="sim-row-preview" id={preview_id} dir="auto">
                    { format!("{} · {}", ticket.requester(), ticket.text("/status").unwrap_or("open")) }
                </span>
            </div>
        </li>
    }
}
