//! Everything that the host sent about the customer.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProfileProps {
    pub(crate) customer: Rc<CustomerProfile>,
}

/// Every field of the profile that has a value.
#[component]
pub(crate) fn Profile(props: &ProfileProps) -> Html {
    let customer = &*props.customer;
    let chat = &customer.chat;
    let survey = chat.pre_chat_survey.iter().flatten();
    let place = customer.geolocation.clone().unwrap_or_default();
    let coordinates = place.coordinates().map(|(latitude, longitude)| format!("{latitude}, {longitude}"));
    html! {
        <>
            { section("Customer", Detail::Open, vec![
                ("Customer ID", text(&Some(customer.id.clone()))),
                ("Name", text(&customer.name)),
                ("Email", customer.email.as_deref().map(email)),
                ("Source", text(&customer.source.as_ref().map(ToString::to_string))),
            ]) }
            { section("Chat", Detail::Closed, vec![
                ("Thread ID", text(&chat.id)),
                ("Chat ID", text(&chat.chat_id)),
                ("Group ID", text(&chat.group_id.as_ref().map(ToString::to_string))),
            ]) }
            { section("Location", Detail::Closed, vec![
                ("City", text(&place.city)),
                ("Region", text(&place.region)),
                ("Postal code", text(&place.zipcode)),
                ("Country", text(&place.country)),
                ("Country code", text(&place.country_code)),
                ("Time zone", text(&place.timezone)),
                ("Latitude", text(&place.latitude)),
                ("Longitude", text(&place.longitude)),
                ("Coordinates", text(&coordinates)),
            ]) }
            { section("Pre-chat survey", Detail::Open, survey.map(|item| (&*item.question, Some(html! { &item.answer }))).collect()) }
            { section("Custom variables", Detail::Open, customer.custom_variables.iter().flatten()
                .map(|variable| (&*variable.key, Some(linked(&variable.value)))).collect()) }
        </>
    }
}

/// A value, if present and not empty.
fn text(value: &Option<String>) -> Option<Html> {
    value.as_deref().filter(|value| !value.trim().is_empty()).map(Html::from)
}

/// A link to write to the address, if it is valid.
fn email(address: &str) -> Html {
    let shown = match SafeUrl::mailto(address) {
        Ok(href) => html! { <ExternalLink {href}>{ address }</ExternalLink> },
        Err(_) => html! { address },
    };
    html! { <>{ shown }{ " " }<CopyButton text={address.to_owned()} label="Copy the email address" /></> }
}

/// Text that web pages set: a link if it is a safe address.
fn linked(text: &str) -> Html {
    match SafeUrl::parse(text) {
        Ok(href) => html! { <ExternalLink {href}>{ text }</ExternalLink> },
        Err(_) => html! { text },
    }
}

/// Whether a section shows what agents need first, or what they look up.
#[derive(PartialEq)]
enum Detail {
    Open,
    Closed,
}

/// A section of the properties with a value; nothing if all are empty.
fn section(heading: &'static str, detail: Detail, properties: Vec<(&str, Option<Html>)>) -> Html {
    let given: Vec<_> = properties.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?))).collect();
    if given.is_empty() {
        return Html::default();
    }
    html! {
        <Section {heading} collapsible=true open={detail == Detail::Open}>
            <PropertyList>
                for (label, value) in given {
                    <Property {label}>{ value }</Property>
                }
            </PropertyList>
        </Section>
    }
}
