//! `get_customer` and `update_customer`.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::actions::Caller;
use super::error::ApiError;
use super::request;

#[derive(Deserialize)]
struct GetCustomer {
    id: String,
}

/// UNVERIFIED (api-unknown-customer): type and status for an unknown customer. The ids are the simulator's, and not
/// UUIDs as in LiveChat.
pub(super) fn get_customer(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let GetCustomer { id } = request::read(fields)?;
    let license = &caller.state.license;
    let customer = license.customer(&id).ok_or_else(|| ApiError::not_found("Customer"))?;
    let threads = customer.chat_ids.iter().filter_map(|id| license.chat(id)).map(|chat| chat.threads.len()).sum();
    Ok(customer.json(threads))
}

#[derive(Deserialize)]
struct UpdateCustomer {
    id: String,
    name: Option<String>,
    email: Option<String>,
    avatar: Option<String>,
    phone_number: Option<String>,
    session_fields: Option<Vec<Map<String, Value>>>,
    omnichannel: Option<Map<String, Value>>,
    address: Option<Map<String, Value>>,
}

impl UpdateCustomer {
    fn check(&self) -> Result<(), ApiError> {
        let texts = [&self.name, &self.email, &self.avatar, &self.phone_number];
        let objects = [&self.omnichannel, &self.address];
        if texts.iter().all(|text| text.is_none())
            && objects.iter().all(|object| object.is_none())
            && self.session_fields.is_none()
        {
            return Err(ApiError::validation("At least one field besides `id` is required"));
        }
        if self.email.as_ref().is_some_and(|email| !email.contains('@')) {
            return Err(ApiError::validation("`email` must be an e-mail address"));
        }
        if self.phone_number.as_ref().is_some_and(|number| !is_e164(number)) {
            return Err(ApiError::validation("`phone_number` must be in the format E.164"));
        }
        let one_text = |field: &Map<String, Value>| field.len() == 1 && field.values().all(Value::is_string);
        if self.session_fields.as_ref().is_some_and(|fields| !fields.iter().all(one_text)) {
            return Err(ApiError::validation("`session_fields` must be objects with one text each"));
        }
        Ok(())
    }
}

/// A plus sign and up to fifteen digits, the first of which is not zero.
fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

pub(super) fn update_customer(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let update: UpdateCustomer = request::read(fields)?;
    update.check()?;
    let customer = caller.state.license.customers.iter_mut().find(|customer| customer.id == update.id);
    let customer = customer.ok_or_else(|| ApiError::not_found("Customer"))?;
    for (field, value) in [
        (&mut customer.name, update.name),
        (&mut customer.email, update.email),
        (&mut customer.avatar, update.avatar),
        (&mut customer.phone_number, update.phone_number),
    ] {
        if value.is_some() {
            *field = value;
        }
    }
    for (field, value) in [(&mut customer.omnichannel, update.omnichannel), (&mut customer.address, update.address)] {
        if let Some(value) = value {
            *field = Some(value.into());
        }
    }
    // They replace all previous ones.
    if let Some(session_fields) = update.session_fields {
        customer.session_fields = session_fields.into_iter().map(Value::Object).collect();
    }
    Ok(json!({}))
}
