//! The customers of a view.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat_components::Avatar;

use crate::{
    choices::View,
    customers::{Author, Customer},
    msg::Msg,
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CustomerListProps {
    pub(crate) view: View,
    pub(crate) customers: Rc<[Rc<Customer>]>,
    /// The id of the customer who is open.
    pub(crate) open: Option<AttrValue>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The list at the left of the conversation.
#[component]
pub(crate) fn CustomerList(props: &CustomerListProps) -> Html {
    let group = match props.view {
        View::Chats => "My chats",
        View::Archives => "Closed chats",
        _ => "On your web site",
    };
    let customers: Vec<_> = props.customers.iter().filter(|customer| customer.view == props.view).collect();
    html! {
        <section class="sim-list" aria-label="Customers">
            <div class="sim-head"><h2>{ props.view.title() }</h2></div>
            <h3 class="sim-group">{ format!("{group} ({})", customers.len()) }</h3>
            <ul>
                for customer in customers {
                    { row(customer, props) }
                }
            </ul>
        </section>
    }
}

fn row(customer: &Customer, props: &CustomerListProps) -> Html {
    let id = customer.profile.id.clone();
    let is_open = props.open.as_ref().is_some_and(|open| **open == *id);
    let preview_id = format!("sim-preview-{id}");
    let preview = match customer.transcript.last() {
        Some(message) if message.from == Author::Agent => format!("You: {}", message.text),
        Some(message) => message.text.clone(),
        None => "No messages yet".to_owned(),
    };
    let onclick = {
        let id = id.clone();
        props.dispatch.reform(move |_| Msg::CustomerOpened(id.clone()))
    };
    html! {
        <li class={classes!("sim-row", is_open.then_some("sim-row-open"))} key={id.clone()}>
            <Avatar {id} name={customer.name().to_owned()} />
            <div class="sim-row-text">
                // Its name is the customer's and nothing else; its area is the whole row.
                <button
                    type="button"
                    class="sim-row-name"
                    dir="auto"
                    aria-describedby={preview_id.clone()}
                    aria-current={is_open.then_some("true")}
                    {onclick}
                >
                    { customer.name() }
                </button>
                <span class="sim-row-preview" id={preview_id} dir="auto">{ preview }</span>
            </div>
        </li>
    }
}
