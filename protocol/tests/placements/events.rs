//! The events of the four placements: valid, invalid, and with missing fields.

use livechat_protocol::{
    DecodeError, Message, MessageBoxText, PageData, SectionButtonClick, TicketInfo, TransactionAccepted,
    TransactionDeclined, TransactionFailed, UpdateBillingCycle, decode, decode_noting, payment::Terms,
};
use serde::Serialize;
use serde_json::{Value, json};

/// Decodes and encodes again.
fn again<T: livechat_protocol::Decode + Serialize>(data: &Value) -> Value {
    let event = decode::<T, Value>(data).unwrap_or_else(|error| panic!("{data}: {error}"));
    serde_json::to_value(event).unwrap_or_else(|error| panic!("{data}: {error}"))
}

/// Decodes and encodes again, and returns the skipped fields.
fn again_without<T: livechat_protocol::Decode + Serialize>(data: &Value) -> (Value, Vec<String>) {
    (again::<T>(data), decode_noting::<T, Value>(data).1.iter().map(DecodeError::to_string).collect())
}

fn error<T: livechat_protocol::Decode>(data: &Value) -> String {
    decode::<T, Value>(data).err().as_ref().map(DecodeError::to_string).unwrap_or_default()
}

#[test]
fn what_is_read_is_what_was_sent() {
    let message = json!({ "chat": "C", "message": "Hi", "message_id": "M", "message_source": "visitor" });
    assert_eq!(again::<Message>(&message), message);
    assert_eq!(again::<SectionButtonClick>(&json!({ "buttonId": "open" })), json!({ "buttonId": "open" }));
    assert_eq!(again::<MessageBoxText>(&json!({ "value": "" })), json!({ "value": "" }));
    assert_eq!(again::<TransactionAccepted>(&json!({ "chargeId": "CH1" })), json!({ "chargeId": "CH1" }));
    assert_eq!(again::<TransactionDeclined>(&json!({ "chargeId": "CH1" })), json!({ "chargeId": "CH1" }));
    let update = json!({ "billingCycle": 12, "chargeId": "CH1", "paymentIntent": {
        "name": "Team", "price": 25, "per_account": false, "test": true, "return_url": null, "months": 1,
        "trial_days": 14, "metadata": { "type": "recurrent_charge", "isExternalTransaction": true,
        "icon": "https://shop.example/i.png", "description": "D", "showBillingCyclePicker": true } } });
    assert_eq!(again::<UpdateBillingCycle>(&update), update);
    let event: UpdateBillingCycle = serde_json::from_value(update).expect("serde reads the same");
    assert_eq!(
        event.payment_intent.and_then(|intent| intent.terms),
        Some(Terms::Recurrent { months: 1, trial_days: Some(14) })
    );
}

#[test]
fn only_an_unreadable_identity_costs_the_event() {
    assert_eq!(error::<Message>(&json!({ "message": "Hi" })), "chat is nothing, expected text");
    assert_eq!(error::<SectionButtonClick>(&json!({})), "buttonId is nothing, expected text");
    assert_eq!(error::<MessageBoxText>(&json!({ "value": [7] })), "value is a list, expected text");
    assert_eq!(
        error::<UpdateBillingCycle>(&json!({ "chargeId": "" })),
        "chargeId is text, expected text that is not empty"
    );
    assert_eq!(error::<TicketInfo>(&json!({ "shortId": "AB12" })), "id is nothing, expected text");
}

#[test]
fn any_other_field_costs_itself_and_is_named() {
    let message = json!({ "chat": 7, "message": ["Hi"], "message_id": 1, "message_source": {} });
    assert_eq!(
        again_without::<Message>(&message),
        (
            json!({ "chat": "7", "message_id": "1" }),
            vec![
                "message is a list, expected text".to_owned(),
                "message_source is an object, expected text".to_owned(),
            ]
        )
    );
    assert_eq!(again::<SectionButtonClick>(&json!({ "buttonId": 7 })), json!({ "buttonId": "7" }));
    assert_eq!(again::<MessageBoxText>(&json!({ "value": 7 })), json!({ "value": "7" }));
    let update = json!({ "billingCycle": "twelve", "chargeId": "CH1", "paymentIntent": {
        "name": "Team", "price": 25, "months": 1, "metadata": { "icon": "javascript:alert(1)" } } });
    assert_eq!(
        again_without::<UpdateBillingCycle>(&update),
        (
            json!({ "chargeId": "CH1", "paymentIntent": { "name": "Team", "price": 25, "months": 1, "return_url": null,
                "metadata": { "type": "recurrent_charge", "isExternalTransaction": true } } }),
            vec![
                "billingCycle is text, expected a whole number from 0 to 4294967295".to_owned(),
                "paymentIntent.metadata.icon is text, expected an `https:`, `http:` or `mailto:` URL".to_owned(),
            ]
        )
    );
}

#[test]
fn a_failed_transaction_has_a_reason_whatever_the_host_calls_one() {
    for (data, reason) in [
        (json!({ "error": "card refused" }), "card refused"),
        (json!({ "error": { "message": "card refused", "code": 3 } }), "card refused"),
        (json!({ "error": { "code": 3 } }), r#"{"code":3}"#),
        (json!({ "error": 7 }), "7"),
        (json!({ "error": null }), "the host gave no reason"),
        (json!({}), "the host gave no reason"),
        (json!("card refused"), "card refused"),
        (Value::Null, "the host gave no reason"),
    ] {
        let event = decode::<TransactionFailed, Value>(&data).unwrap_or_else(|error| panic!("{data}: {error}"));
        assert_eq!(event.reason, reason, "{data}");
    }
}

#[test]
fn query_parameters_of_every_kind() {
    let data = json!({ "queryParams": {
        "order": "A-1", "page": 2, "debug": true, "tag": ["a", "b", 3, {}], "nested": { "x": 1 }, "none": null } });
    let page: PageData = decode(&data).expect("readable");
    assert_eq!(page.query_params.get("order"), Some("A-1"));
    assert_eq!(page.query_params.get("page"), Some("2"));
    assert_eq!(page.query_params.get("debug"), Some("true"));
    assert_eq!(page.query_params.get("tag"), Some("a"));
    assert_eq!(page.query_params.get("nested"), None);
    assert_eq!(page.query_params.get("constructor"), None);
    assert_eq!(page.query_params.iter().filter(|(name, _)| *name == "tag").count(), 3);
    let written = json!({ "queryParams": { "order": "A-1", "page": "2", "debug": "true", "tag": ["a", "b", "3"] } });
    assert_eq!(again::<PageData>(&data), written);
    let (_, mut skipped) = again_without::<PageData>(&data);
    // A JSON object may be sorted, by a feature of serde_json that other crates of a build turn on.
    skipped.sort();
    assert_eq!(
        skipped,
        ["queryParams.nested is an object, expected text", "queryParams.tag[3] is an object, expected text"]
    );
    let none = json!({ "queryParams": {} });
    assert_eq!(
        again_without::<PageData>(&json!({ "queryParams": [] })),
        (none.clone(), vec!["queryParams is a list, expected an object".to_owned()])
    );
    assert_eq!(again::<PageData>(&json!({})), none);
}

#[test]
fn a_ticket_needs_nothing_but_its_id() {
    assert_eq!(again::<TicketInfo>(&json!({ "id": "T1" })), json!({ "id": "T1" }));
    let ticket = json!({ "id": "T1", "shortId": "AB12", "subject": "Late", "date": "2026-11-25T01:35:39.000Z",
        "createdBy": "ann", "updatedAt": "2026-11-25T02:00:00.000Z", "updatedBy": "bob",
        "lastMessageAt": "2026-11-25T02:00:00.000Z", "tagIds": ["late"], "teamIds": [], "followers": ["ann"] });
    let mut sent = ticket.clone();
    for (name, value) in [("events", json!([{}])), ("requester", json!({ "name": "M" }))] {
        sent[name] = value;
    }
    assert_eq!(again::<TicketInfo>(&sent), ticket);
    let odd = json!({ "id": 1, "date": 7, "subject": true, "tagIds": [1, [], "late"], "followers": "ann" });
    let (read, skipped) = again_without::<TicketInfo>(&odd);
    assert_eq!(read, json!({ "id": "1", "subject": "true", "tagIds": ["1", "late"] }));
    assert_eq!(
        skipped,
        [
            "date is a number, expected a date or text",
            "tagIds[1] is a list, expected text",
            "followers is text, expected a list",
        ]
    );
}
