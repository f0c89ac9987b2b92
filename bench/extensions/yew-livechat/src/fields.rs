//! A profile's content as labels and values.

use yew::AttrValue;
use yew_livechat::prelude::*;

/// Every field with a value, in the order in which all measured extensions show them.
pub(crate) fn fields(customer: &CustomerProfile) -> Vec<(AttrValue, AttrValue)> {
    let mut fields = Vec::new();
    let mut add = |label: &'static str, value: Option<&str>| {
        if let Some(value) = value {
            fields.push((AttrValue::Static(label), AttrValue::from(value.to_owned())));
        }
    };
    add("Id", Some(&customer.id));
    add("Name", customer.name.as_deref());
    add("Email", customer.email.as_deref());
    add("Source", customer.source.as_ref().map(|source| source.as_str()));
    add("Thread", customer.chat.id.as_deref());
    add("Chat", customer.chat.chat_id.as_deref());
    add("Group", customer.chat.group_id.as_ref().map(ToString::to_string).as_deref());
    if let Some(place) = &customer.geolocation {
        add("City", place.city.as_deref());
        add("Country", place.country.as_deref());
        add("Country code", place.country_code.as_deref());
        add("Region", place.region.as_deref());
        add("Zip code", place.zipcode.as_deref());
        add("Time zone", place.timezone.as_deref());
        add("Latitude", place.latitude.as_deref());
        add("Longitude", place.longitude.as_deref());
    }
    for answer in customer.chat.pre_chat_survey.iter().flatten() {
        fields.push((answer.question.clone().into(), answer.answer.clone().into()));
    }
    for variable in customer.custom_variables.iter().flat_map(|variables| variables.iter()) {
        fields.push((variable.key.clone().into(), variable.value.clone().into()));
    }
    fields
}
