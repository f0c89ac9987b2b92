//! Events that hosts call by more than one name.

use livechat_protocol::{EventError, RefusalReason, SectionButtonClick};
use serde_json::json;

use crate::harness::{Conversation, event};

const NAMES: [&str; 2] = ["customer_details_section_button_click", "ticket_details_section_button_click"];

#[test]
fn a_section_click_is_read_under_either_of_its_names() {
    for name in NAMES {
        let click = event(name, json!({ "buttonId": "open" })).read::<SectionButtonClick>();
        assert_eq!(click, Some(Ok(SectionButtonClick { button_id: "open".into() })), "{name}");
        let noting = event(name, json!({ "buttonId": "open" })).read_noting::<SectionButtonClick>();
        assert!(noting.is_some_and(|(read, skipped)| read.is_ok() && skipped.is_empty()), "{name}");
    }
    assert_eq!(event("details_section_button_click", json!({ "buttonId": "open" })).read::<SectionButtonClick>(), None);
}

#[test]
fn an_unreadable_section_click_is_refused_under_the_name_that_the_host_used() {
    for name in NAMES {
        let mut conversation = Conversation::open();
        conversation.push(name, json!({}));
        let refusal = conversation.extension.connection().last_refusal.clone().map(|refusal| refusal.reason);
        let Some(RefusalReason::Event(EventError { event, error })) = refusal else { panic!("{name}: {refusal:?}") };
        assert_eq!((event.as_str(), error.field()), (name, "buttonId"));
    }
}
