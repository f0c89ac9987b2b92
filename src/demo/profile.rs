//! Everything that the host said of the customer.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProfileProps {
    pub(crate) customer: Rc<CustomerProfile>,
}

/// Every field of the profile that is there.
#[component]
pub(crate) fn Profile(props: &ProfileProps) -> Html {
    let customer = &*props.customer;
    let chat = &customer.chat;
    let survey = chat.pre_chat_survey.iter().flatten();
    let place = customer.geolocation.clone().unwrap_or_default();
    let coordinates = place.coordinates().map(|(latitude, longitude)| format!("{latitude}, {longitude}"));
    html! {
        <>
            { section("Customer", vec![
                ("Customer ID", Some(customer.id.clone())),
                ("Name", customer.name.clone()),
                ("Email", customer.email.clone()),
                ("Source", customer.source.as_ref().map(ToString::to_string)),
            ]) }
            { section("Chat", vec![
                ("Thread ID", chat.id.clone()),
                ("Chat ID", chat.chat_id.clone()),
                ("Group ID", chat.group_id.as_ref().map(ToString::to_string)),
            ]) }
            { section("Location", vec![
                ("City", place.city),
                ("Region", place.region),
                ("Postal code", place.zipcode),
                ("Country", place.country),
                ("Country code", place.country_code),
                ("Time zone", place.timezone),
                ("Latitude", place.latitude),
                ("Longitude", place.longitude),
                ("Coordinates", coordinates),
            ]) }
            { section("Pre-chat survey", survey.map(|item| (&*item.question, Some(item.answer.clone()))).collect()) }
            { section("Custom variables", customer.custom_variables.iter().flatten()
                .map(|variable| (&*variable.key, Some(variable.value.clone()))).collect()) }
        </>
    }
}

/// A section of the properties that are there and not empty; nothing if none is.
fn section(heading: &'static str, properties: Vec<(&str, Option<String>)>) -> Html {
    let given: Vec<_> = properties
        .into_iter()
        .filter_map(|(label, value)| Some((label.to_owned(), value.filter(|value| !value.trim().is_empty())?)))
        .collect();
    if given.is_empty() {
        return Html::default();
    }
    html! {
        <Section {heading}>
            <PropertyList>
                for (label, value) in given {
                    <Property {label}>{ value }</Property>
                }
            </PropertyList>
        </Section>
    }
}
