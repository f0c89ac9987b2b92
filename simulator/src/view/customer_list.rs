//! The customers of a view.

use std::rc::Rc;

use yew::prelude::*;

use super::list::{Row, list};
use crate::{
    choices::View,
    model::{Author, Customer, Msg},
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CustomerListProps {
    pub(crate) view: View,
    pub(crate) customers: Rc<[Rc<Customer>]>,
    /// The id of the open customer.
    pub(crate) open: Option<AttrValue>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The list to the left of the conversation.
#[component]
pub(crate) fn CustomerList(props: &CustomerListProps) -> Html {
    let group = match props.view {
        View::Chats => "My chats",
        View::Archives => "Closed chats",
        _ => "On your website",
    };
    let customers = props.customers.iter().filter(|customer| customer.view == props.view);
    list("Customers", props.view.title(), group, customers.map(|customer| row(customer, props)).collect())
}

fn row(customer: &Customer, props: &CustomerListProps) -> Row {
    let id = customer.profile.id.clone();
    let name = customer.name().to_owned();
    Row {
        is_open: props.open.as_ref().is_some_and(|open| **open == *id),
        title: name.clone(),
        preview: match customer.transcript.last() {
            Some(message) if message.from == Author::Agent => format!("You: {}", message.text),
            Some(message) => message.text.clone(),
            None => "No messages yet".to_owned(),
        },
        avatar: (id.clone(), name),
        onclick: {
            let id = id.clone();
            props.dispatch.reform(move |_| Msg::CustomerOpened(id.clone()))
        },
        id,
    }
}
