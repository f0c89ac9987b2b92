//! A customer.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

use crate::{
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::{InvalidCall, not_empty},
    repeat::Repeat,
    values::Customer,
};

/// Gets a customer: `get_customer`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetCustomer {
    id: String,
}

impl GetCustomer {
    /// Gets the customer with this id, as in `customer_profile` in the Agent App.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Call for GetCustomer {
    type Answer = Customer;
    const SCOPES: &'static [&'static str] = &["customers:ro", "customers:rw"];

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        not_empty("id", &self.id)?;
        let body = JsonObject::new().text("id", &self.id);
        Ok(Request::post(servers.agent("get_customer"), Body::Json(body.finish())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Customer, DecodeError> {
        Customer::decode(from)
    }
}
