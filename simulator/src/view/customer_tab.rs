//! What the host itself shows of the customer.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat_components::{CustomerCard, EmptyState, Property, PropertyList, Section};

use crate::customers::{Customer, UNKNOWN};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CustomerTabProps {
    pub(crate) customer: Option<Rc<Customer>>,
}

/// The profile that is open, as the extension is told it.
#[component]
pub(crate) fn CustomerTab(props: &CustomerTabProps) -> Html {
    let Some(customer) = &props.customer else {
        return html! { <EmptyState title="No customer is open" /> };
    };
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
            { section("Additional info", info.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?)))) }
            { section("Pre-chat survey", survey) }
            { section("Custom variables", variables.map(|variable| (variable.key.clone(), variable.value.clone()))) }
        </div>
    }
}

/// A section of what is not empty; nothing if all of it is.
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
