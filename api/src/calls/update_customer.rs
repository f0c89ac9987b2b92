//! Changes a customer's data.

use livechat_protocol::{DecodeError, Payload, Reader};

use crate::{
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::{InvalidCall, not_empty},
    no_content::NoContent,
    repeat::Repeat,
    values::{Address, SessionFields},
};

/// Changes a customer's data: `update_customer`. Fields that are not set stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateCustomer {
    id: String,
    name: Option<String>,
    email: Option<String>,
    avatar: Option<String>,
    phone_number: Option<String>,
    session_fields: Option<SessionFields>,
    address: Option<Address>,
}

impl UpdateCustomer {
    /// Changes the customer with this id, a UUID of version 4. At least one field must be set.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: None,
            email: None,
            avatar: None,
            phone_number: None,
            session_fields: None,
            address: None,
        }
    }

    /// Sets the name.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the email address.
    #[must_use]
    pub fn with_email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets the URL of the avatar.
    #[must_use]
    pub fn with_avatar(mut self, url: impl Into<String>) -> Self {
        self.avatar = Some(url.into());
        self
    }

    /// Sets the phone number, in E.164 form, such as `+18008529001`.
    #[must_use]
    pub fn with_phone_number(mut self, number: impl Into<String>) -> Self {
        self.phone_number = Some(number.into());
        self
    }

    /// Replaces **all** session fields (seen; the documentation does not mention it), including those of other apps:
    /// to change some, use [`MergeSessionFields`](crate::MergeSessionFields).
    #[must_use]
    pub fn with_session_fields(mut self, fields: SessionFields) -> Self {
        self.session_fields = Some(fields);
        self
    }

    /// Sets the address. UNVERIFIED (api-address-parts) whether parts that are left out stay as they are.
    #[must_use]
    pub fn with_address(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }
}

impl Call for UpdateCustomer {
    type Answer = NoContent;
    const SCOPES: &'static [&'static str] = &["customers:rw"];

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        not_empty("id", &self.id)?;
        let fields = self.session_fields.as_ref().map(SessionFields::to_json);
        let address = self.address.as_ref().map(Address::to_json);
        if fields.is_none()
            && address.is_none()
            && [&self.name, &self.email, &self.avatar, &self.phone_number].into_iter().all(Option::is_none)
        {
            return Err(InvalidCall::new("update_customer", "changes nothing: set at least one field"));
        }
        let body = JsonObject::new()
            .text("id", &self.id)
            .maybe_text("name", self.name.as_deref())
            .maybe_text("email", self.email.as_deref())
            .maybe_text("avatar", self.avatar.as_deref())
            .maybe_text("phone_number", self.phone_number.as_deref())
            .maybe_raw("session_fields", fields.as_deref())
            .maybe_raw("address", address.as_deref());
        Ok(Request::post(servers.agent("update_customer"), Body::Json(body.finish())))
    }

    fn answer<P: Payload>(_: &Reader<'_, P>) -> Result<NoContent, DecodeError> {
        Ok(NoContent)
    }
}
