//! The customers.

use std::rc::Rc;

use livechat_protocol::CustomerProfile;
use serde_json::Value;

use super::message::Message;
use crate::choices::View;

/// The name of a customer without data.
pub(crate) const UNKNOWN: &str = "Unknown customer";

#[derive(serde::Deserialize)]
struct Record {
    views: Vec<View>,
    profile: Value,
    transcript: Vec<Message>,
}

/// A customer in the list of one view.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Customer {
    pub(crate) view: View,
    /// The event's data, as sent.
    pub(crate) event_data: Value,
    /// The same, decoded.
    pub(crate) profile: Rc<CustomerProfile>,
    pub(crate) transcript: Rc<[Message]>,
}

impl Customer {
    pub(crate) fn name(&self) -> &str {
        self.profile.display_name(UNKNOWN)
    }
}

/// All customers, by view. An invalid record is skipped; a test ensures that all are valid.
pub(crate) fn customers() -> Vec<Rc<Customer>> {
    let records: Vec<Record> = serde_json::from_str(include_str!("customers.json")).unwrap_or_default();
    records.iter().flat_map(|record| record.views.iter().filter_map(|view| customer(record, *view))).collect()
}

fn customer(record: &Record, view: View) -> Option<Rc<Customer>> {
    let mut event_data = record.profile.clone();
    // A record may name its own source.
    event_data.as_object_mut()?.entry("source").or_insert_with(|| view.name().into());
    let profile = Rc::new(livechat_protocol::decode(&event_data).ok()?);
    Some(Rc::new(Customer { view, event_data, profile, transcript: record.transcript.clone().into() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_has_customers_and_none_is_lost() {
        let customers = customers();
        assert_eq!(customers.len(), include_str!("customers.json").matches("\"views\"").count() + 1, "Mary is in two");
        for view in View::OF_CUSTOMERS {
            assert!(customers.iter().filter(|customer| customer.view == view).count() >= 3);
        }
    }

    #[test]
    fn ids_need_no_escaping_in_the_address_and_names_are_told_apart() {
        let customers = customers();
        for customer in &customers {
            assert!(customer.profile.id.bytes().all(|byte| byte.is_ascii_alphanumeric()));
            let same = |other: &&Rc<Customer>| other.view == customer.view && other.name() == customer.name();
            assert_eq!(customers.iter().filter(same).count(), 1, "{}", customer.name());
        }
    }

    #[test]
    fn the_source_is_the_view_unless_the_record_says_otherwise() {
        let sources: Vec<_> = customers().iter().filter_map(|customer| customer.profile.source.clone()).collect();
        assert!(sources.iter().any(|source| source.as_str() == "archives"));
        assert!(sources.iter().any(|source| matches!(source, livechat_protocol::Source::Other(_))));
    }
}
