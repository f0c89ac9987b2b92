//! Changes some session fields of a customer.

use super::{get_customer::GetCustomer, update_customer::UpdateCustomer};
use crate::values::{Customer, SessionFields};

/// Changes some session fields of a customer, and leaves the others.
///
/// `update_customer` replaces all fields (seen), so the fields are read, merged and written: two calls. LiveChat
/// cannot refuse a write that happens between the two; the last write wins.
///
/// ```
/// use livechat_api::{Call, MergeSessionFields, Servers};
///
/// let merge = MergeSessionFields::new("b7eff798").set("plan", "pro").remove("trial");
/// let read = merge.read().request(&Servers::default())?;
/// // Send it; this is the answer.
/// let body = r#"{"id":"b7eff798","session_fields":[{"cart":"3"},{"trial":"yes"}]}"#;
/// let customer = merge.read().read(200, body)?;
/// let write = merge.write(&customer).expect("two fields change");
/// # assert!(write.request(&Servers::default()).is_ok());
/// # assert!(read.url().ends_with("get_customer"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeSessionFields {
    id: String,
    changes: Vec<(String, Option<String>)>,
}

impl MergeSessionFields {
    /// Changes fields of the customer with this id.
    #[must_use]
    pub fn new(customer_id: impl Into<String>) -> Self {
        Self { id: customer_id.into(), changes: Vec::new() }
    }

    /// Sets a field.
    #[must_use]
    pub fn set(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.changes.push((name.into(), Some(value.into())));
        self
    }

    /// Removes a field.
    #[must_use]
    pub fn remove(mut self, name: impl Into<String>) -> Self {
        self.changes.push((name.into(), None));
        self
    }

    /// The first call: reads the customer.
    #[must_use]
    pub fn read(&self) -> GetCustomer {
        GetCustomer::new(&*self.id)
    }

    /// The customer's fields with the changes applied.
    #[must_use]
    pub fn merged(&self, customer: &Customer) -> SessionFields {
        let mut fields = customer.session_fields.clone();
        for (name, value) in &self.changes {
            match value {
                Some(value) => fields.set(&**name, &**value),
                None => fields.remove(name),
            }
        }
        fields
    }

    /// The second call, given the answer to the first; `None` if the fields already have these values.
    #[must_use]
    pub fn write(&self, customer: &Customer) -> Option<UpdateCustomer> {
        let fields = self.merged(customer);
        (fields != customer.session_fields).then(|| UpdateCustomer::new(&*self.id).with_session_fields(fields))
    }
}
