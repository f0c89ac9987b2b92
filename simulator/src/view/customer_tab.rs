//! The host's own details of the customer or ticket.

use std::rc::Rc;

use livechat_protocol::section;
use yew::prelude::*;
use yew_livechat_components::{CustomerCard, EmptyState, Property, PropertyList, Section};

use super::section_card::SectionCard;
use crate::model::{Customer, Msg, Ticket, UNKNOWN};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CustomerTabProps {
    pub(crate) customer: Option<Rc<Customer>>,
    pub(crate) ticket: Option<Rc<Ticket>>,
    /// The sections that the host renders for the extension.
    pub(crate) sections: Rc<[section::Section]>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The open profile or ticket, as the extension receives it.
#[component]
pub(crate) fn CustomerTab(props: &CustomerTabProps) -> Html {
    match (&props.customer, &props.ticket) {
        (Some(customer), _) => profile(customer, props),
        (None, Some(ticket)) => self::ticket(ticket),
        (None, None) => html! { <EmptyState title="No customer is open" /> },
    }
}

fn profile(customer: &Rc<Customer>, props: &CustomerTabProps) -> Html {
    let profile = &customer.profile;
    let chat = &profile.chat;
    let info = [
        ("Customer ID", Some(profile.id.clone())),
        ("Chat ID", chat.chat_id.clone()),
        ("Thread ID", chat.id.clone()),
        ("Group", chat.group_id.as_ref().map(ToString::to_string)),
        ("Time zone", profile.geolocation.as_ref().and_then(|place| place.timezone.clone())),
    ];
    let survey = chat.pre_chat_survey.iter().flatten().map(|item| (item.question.clone(), item.answer.clone()));
    let variables = profile.custom_variables.iter().flatten();
    html! {
        <div class="sim-customer">
            <CustomerCard customer={profile.clone()} unknown_name={UNKNOWN} level=2 />
            for section in props.sections.iter() {
                <SectionCard
                    key={section.title().to_owned()}
                    section={section.clone()}
                    customer={customer.clone()}
                    dispatch={&props.dispatch}
                />
            }
            { section("Additional info", info.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?)))) }
            { section("Pre-chat survey", survey) }
            { section("Custom variables", variables.map(|variable| (variable.key.clone(), variable.value.clone()))) }
        </div>
    }
}

fn ticket(ticket: &Ticket) -> Html {
    let info = &ticket.info;
    let text = |text: Option<&str>| text.map(str::to_owned);
    let list = |ids: &Option<Vec<String>>| ids.as_ref().map(|ids| ids.join(", "));
    let about = [
        ("Ticket", info.short_id.clone()),
        ("Status", text(ticket.text("/status"))),
        ("Created", info.date.as_ref().map(ToString::to_string)),
        ("Updated", info.updated_at.as_ref().map(ToString::to_string)),
        ("Teams", list(&info.team_ids)),
        ("Tags", list(&info.tag_ids)),
        ("Followers", list(&info.followers)),
    ];
    let requester = [("Name", Some(ticket.requester().to_owned())), ("Email", text(ticket.text("/requester/email")))];
    let named = |(label, value): (&str, Option<String>)| Some((label.to_owned(), value?));
    html! {
        <div class="sim-customer">
            { section("Ticket", about.into_iter().filter_map(named)) }
            { section("Requester", requester.into_iter().filter_map(named)) }
        </div>
    }
}

/// A section with the non-empty properties; nothing if all are empty.
fn section(heading: &'static str, properties: impl Iterator<Item = (String, String)>) -> Html {
    let given: Vec<_> = properties.filter(|(_, value)| !value.is_empty()).collect();
    if given.is_empty() {
        return Html::default();
    }
    html! {
        <Section {heading} level=3>
            <PropertyList>
                for (label, value) in given {
                    <Property {label} {value} />
                }
            </PropertyList>
        </Section>
    }
}
