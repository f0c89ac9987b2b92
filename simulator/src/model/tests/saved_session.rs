//! State that survives a page reload.

use super::*;

#[test]
fn what_was_typed_and_said_survives_a_reload() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    page.happen(Msg::DraftChanged("half a sen".to_owned()));
    page.happen(Msg::CustomerInputToggled);
    page.happen(Msg::CustomerDraftChanged("well".to_owned()));
    let replies = json!({ "title": "Did that help?", "buttons": [{ "text": "Yes", "value": "yes" }] });
    page.raw(Details, "send_quick_replies", replies);
    page.open("N5R2W8");
    page.happen(Msg::DraftChanged("Hello".to_owned()));
    page.happen(Msg::SendRequested);
    page.happen(Msg::ScenarioMade);

    let text = serde_json::to_string(&page.model.saved_session()).unwrap();
    let choices = Choices { customer: Some("K3M7Q1".to_owned()), ..without_authorization() };
    let mut reloaded = Page::new(choices, &[Details]);
    reloaded.model.restore(Duration::ZERO, serde_json::from_str(&text).unwrap());
    assert_eq!(reloaded.model.draft().text, "half a sen");
    assert_eq!(reloaded.model.customer_draft(), Some("well"));
    assert_eq!(reloaded.model.said().len(), 1);
    assert_eq!(reloaded.model.said(), {
        page.open("K3M7Q1");
        page.model.said()
    });
    assert!(reloaded.model.said()[0].rich.is_some());
    assert_eq!(reloaded.model.scenarios.scenario(), page.model.scenarios.scenario());
    reloaded.open("N5R2W8");
    assert_eq!(reloaded.model.said()[0].text, "Hello");
}
