//! Customer profiles: samples, their variants, and a table of valid and invalid ones that browser tests use too.

use std::collections::BTreeSet;

use livechat_protocol::{CustomerProfile, CustomerProfileHidden, DecodeError, Id, Source, decode, decode_noting};
use serde::Deserialize;
use serde_json::{Value, json};

const SAMPLE: &str = r#"{"id":"S126126161.O136OJPO1","name":"Mary Brown","email":"mary.brown@email.com","chat":{"id":"NY0U96PIT4","groupID":"42"},"source":"chats","geolocation":{"city":"Wroclaw","country":"Poland","country_code":"PL","latitude":"51.1093","longitude":"17.0248","region":"Dolnoslaskie","timezone":"Europe/Warsaw","zipcode":""}}"#;
const HIDDEN: &str = r#"{"id":"S126126161.O136OJPO1"}"#;

/// A row of `fixtures/profiles.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    about: String,
    data: Value,
    /// The field because of which the profile is refused.
    refused: Option<String>,
    /// The skipped fields.
    #[serde(default)]
    skipped: Vec<String>,
    /// The decoded profile as JSON, if the row checks it.
    reads: Option<Value>,
}

fn table() -> Vec<Row> {
    serde_json::from_str(include_str!("fixtures/profiles.json"))
        .unwrap_or_else(|error| panic!("profiles.json: {error}"))
}

fn read(data: &Value) -> CustomerProfile {
    decode(data).unwrap_or_else(|error| panic!("{data}: {error}"))
}

fn fields(errors: &[DecodeError]) -> Vec<&str> {
    errors.iter().map(|error| error.field()).collect()
}

#[test]
fn the_sample_decodes_field_by_field() {
    let profile: CustomerProfile = serde_json::from_str(SAMPLE).expect("a profile");
    assert_eq!(profile.id, "S126126161.O136OJPO1");
    assert_eq!(profile.name.as_deref(), Some("Mary Brown"));
    assert_eq!(profile.email.as_deref(), Some("mary.brown@email.com"));
    assert_eq!(profile.chat.id.as_deref(), Some("NY0U96PIT4"));
    assert_eq!(profile.chat.group_id, Some(Id::Text("42".into())));
    assert_eq!((&profile.chat.chat_id, &profile.chat.pre_chat_survey), (&None, &None));
    assert_eq!(profile.source, Some(Source::Chats));
    assert_eq!(profile.custom_variables, None);
    let place = profile.geolocation.expect("a place");
    assert_eq!(place.city.as_deref(), Some("Wroclaw"));
    assert_eq!(place.country.as_deref(), Some("Poland"));
    assert_eq!(place.country_code.as_deref(), Some("PL"));
    assert_eq!(place.region.as_deref(), Some("Dolnoslaskie"));
    assert_eq!(place.timezone.as_deref(), Some("Europe/Warsaw"));
    assert_eq!(place.zipcode.as_deref(), Some(""), "empty is not absent");
    assert_eq!(place.coordinates(), Some((51.1093, 17.0248)));
}

#[test]
fn the_samples_encode_back_to_what_they_were() {
    let profile: CustomerProfile = serde_json::from_str(SAMPLE).expect("a profile");
    assert_eq!(serde_json::to_value(&profile).expect("JSON"), SAMPLE.parse::<Value>().expect("JSON"));
    assert_eq!(serde_json::to_string(&profile).expect("JSON"), SAMPLE, "in the host's own order");
    let hidden: CustomerProfileHidden = serde_json::from_str(HIDDEN).expect("an id");
    assert_eq!(hidden.id, "S126126161.O136OJPO1");
    assert_eq!(serde_json::to_string(&hidden).expect("JSON"), HIDDEN);
}

#[test]
fn a_hidden_profile_has_an_id() {
    for (data, field) in [(json!({}), "id"), (json!({ "id": "" }), "id"), (json!("C1"), ""), (Value::Null, "")] {
        let error = decode::<CustomerProfileHidden, _>(&data).expect_err("it has no id");
        assert_eq!(error.field(), field, "{data}");
    }
    assert_eq!(decode::<CustomerProfileHidden, _>(&json!({ "id": 7 })).expect("an id").id, "7");
}

#[test]
fn every_row_is_read_skipped_or_refused_as_the_table_says_and_serde_agrees() {
    for Row { about, data, refused, skipped, reads } in table() {
        let (decoded, noted) = decode_noting::<CustomerProfile, _>(&data);
        let deserialized = serde_json::from_value::<CustomerProfile>(data);
        assert_eq!(fields(&noted), skipped, "{about}");
        match (decoded, deserialized) {
            (Ok(decoded), Ok(deserialized)) => {
                assert_eq!(refused, None, "{about}");
                assert_eq!(decoded, deserialized, "{about}");
                let json = serde_json::to_value(&decoded).expect("JSON");
                assert_eq!(json, reads.unwrap_or_else(|| json.clone()), "{about}");
            }
            (Err(decoded), Err(deserialized)) => {
                assert_eq!(Some(decoded.field()), refused.as_deref(), "{about}");
                assert_eq!(decoded.to_string(), deserialized.to_string(), "{about}");
            }
            (decoded, deserialized) => panic!("{about}: {decoded:?} but {deserialized:?}"),
        }
    }
}

#[test]
fn the_table_has_no_row_twice_and_rows_of_every_kind() {
    let rows = table();
    let abouts: BTreeSet<&str> = rows.iter().map(|row| row.about.as_str()).collect();
    assert_eq!(abouts.len(), rows.len());
    let count = |of: fn(&Row) -> bool| rows.iter().filter(|row| of(row)).count();
    assert!(count(|row| row.refused.is_some()) >= 10);
    assert!(count(|row| !row.skipped.is_empty()) >= 20);
    assert!(count(|row| row.reads.is_some()) >= 15);
}

#[test]
fn good_profiles_survive_encoding() {
    for Row { about, data, .. } in table().into_iter().filter(|row| row.refused.is_none()) {
        let profile = read(&data);
        let encoded = serde_json::to_value(&profile).expect("JSON");
        assert_eq!(read(&encoded), profile, "{about}");
    }
}

#[test]
fn an_error_says_what_is_and_what_should_be() {
    let data = json!({ "id": "C1", "chat": { "preChatSurvey": [{ "answer": {} }] } });
    let (_, skipped) = decode_noting::<CustomerProfile, _>(&data);
    let [error] = skipped.as_slice() else { panic!("one error, not {skipped:?}") };
    assert_eq!((error.field(), error.expected(), error.found()), ("chat.preChatSurvey[0].answer", "text", "an object"));
    assert_eq!(error.to_string(), "chat.preChatSurvey[0].answer is an object, expected text");
    let error = decode::<CustomerProfile, _>(&json!([])).expect_err("a list");
    assert_eq!(error.to_string(), "the data is a list, expected an object");
}

#[test]
fn a_survey_keeps_its_order_and_its_unanswered_questions() {
    let survey = json!([{ "question": "Name:", "answer": "Mary" }, { "question": "Why?" }]);
    let profile = read(&json!({ "id": "C1", "chat": { "chat_id": "CH1", "preChatSurvey": survey } }));
    assert_eq!(profile.chat.chat_id.as_deref(), Some("CH1"));
    let survey = profile.chat.pre_chat_survey.expect("a survey");
    let survey: Vec<_> = survey.iter().map(|item| (item.question.as_str(), item.answer.as_str())).collect();
    assert_eq!(survey, [("Name:", "Mary"), ("Why?", "")]);
}

#[test]
fn custom_variables_keep_the_form_they_came_in() {
    for variables in [json!({ "plan": "gold" }), json!([{ "key": "plan", "value": "gold" }]), json!({}), json!([])] {
        let profile = read(&json!({ "id": "C1", "customVariables": variables }));
        let encoded = serde_json::to_value(&profile).expect("JSON");
        assert_eq!(encoded["customVariables"], variables);
    }
}

#[test]
fn custom_variables_read_alike_in_both_forms() {
    let as_object = json!({ "plan": "gold", "seats": "7" });
    let as_list = json!([{ "key": "plan", "value": "gold" }, { "key": "seats", "value": "7" }]);
    for variables in [as_object, as_list] {
        let profile = read(&json!({ "id": "C1", "customVariables": variables }));
        let variables = profile.custom_variables.expect("custom variables");
        assert_eq!((variables.get("plan"), variables.get("seats")), (Some("gold"), Some("7")));
        assert_eq!(variables.get("absent"), None);
        let pairs: Vec<_> = variables.iter().map(|each| (each.key.as_str(), each.value.as_str())).collect();
        assert_eq!(pairs, [("plan", "gold"), ("seats", "7")]);
    }
}

#[test]
fn of_two_custom_variables_of_one_name_the_first_counts() {
    let twice = json!([{ "key": "plan", "value": "gold" }, { "key": "plan", "value": "silver" }]);
    let variables = read(&json!({ "id": "C1", "customVariables": twice })).custom_variables.expect("custom variables");
    assert_eq!(variables.get("plan"), Some("gold"));
    assert_eq!(variables.iter().count(), 2);
}

#[test]
fn every_source_is_kept_and_known_ones_are_told_apart() {
    let table = [
        ("chats", Source::Chats),
        ("archives", Source::Archives),
        ("visitors", Source::Visitors),
        ("customers", Source::Customers),
        ("campaigns", Source::Other("campaigns".into())),
        ("Chats", Source::Other("Chats".into())),
    ];
    for (name, source) in table {
        let profile = read(&json!({ "id": "C1", "source": name }));
        assert_eq!(profile.source.as_ref(), Some(&source));
        assert_eq!(serde_json::to_value(&profile).expect("JSON")["source"], json!(name));
    }
}

#[test]
fn coordinates_are_numbers_within_the_globe_or_none() {
    let table = [
        (json!({ "latitude": "-90", "longitude": "180" }), Some((-90.0, 180.0))),
        (json!({ "latitude": " 51.1 ", "longitude": "17.0" }), Some((51.1, 17.0))),
        (json!({ "latitude": "90.1", "longitude": "17.0" }), None),
        (json!({ "latitude": "51.1", "longitude": "-180.1" }), None),
        (json!({ "latitude": "NaN", "longitude": "17.0" }), None),
        (json!({ "latitude": "inf", "longitude": "17.0" }), None),
        (json!({ "latitude": "north", "longitude": "17.0" }), None),
        (json!({ "latitude": "51.1" }), None),
    ];
    for (geolocation, coordinates) in table {
        let profile = read(&json!({ "id": "C1", "geolocation": geolocation }));
        assert_eq!(profile.geolocation.expect("a place").coordinates(), coordinates, "{geolocation}");
    }
}

#[test]
fn a_customer_is_called_by_name_else_by_email() {
    let table = [
        (json!({ "id": "C1", "name": "Mary", "email": "m@x" }), "Mary"),
        (json!({ "id": "C1", "name": "  ", "email": "m@x" }), "m@x"),
        (json!({ "id": "C1", "email": "" }), "Visitor"),
    ];
    for (data, name) in table {
        assert_eq!(read(&data).display_name("Visitor"), name, "{data}");
    }
}
