//! JavaScript values are decoded like JSON: the native tests' table, and values that JSON cannot represent.

use livechat_protocol::{CustomerProfile, Kind, Payload, TicketInfo, TransactionFailed, decode, decode_noting};
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::HostValue;

const PROFILES: &str = include_str!("../../../protocol/tests/fixtures/profiles.json");

fn js(expression: &str) -> HostValue {
    HostValue::from(js_sys::eval(&format!("({expression})")).unwrap())
}

#[wasm_bindgen_test]
fn profiles_decode_from_javascript_as_from_json() {
    let table: Vec<Value> = serde_json::from_str(PROFILES).unwrap();
    assert!(table.len() >= 10, "the table is there");
    for row in table {
        let from_json = decode_noting::<CustomerProfile, _>(&row["data"]);
        let text = row["data"].to_string();
        let from_js = decode_noting::<CustomerProfile, _>(&HostValue::from(js_sys::JSON::parse(&text).unwrap()));
        assert_eq!(from_js, from_json, "{}", row["about"]);
        let (profile, skipped) = from_js;
        let refused = profile.err().map(|error| error.field().to_owned());
        assert_eq!(refused.as_deref(), row["refused"].as_str(), "{}", row["about"]);
        let skipped: Vec<_> = skipped.into_iter().map(|error| Value::from(error.field())).collect();
        assert_eq!(skipped, *row["skipped"].as_array().unwrap_or(&Vec::new()), "{}", row["about"]);
    }
}

#[wasm_bindgen_test]
fn json_survives_the_way_to_javascript_and_back() {
    let table: Vec<Value> = serde_json::from_str(PROFILES).unwrap();
    // The skipped values include numbers that JavaScript cannot represent.
    for row in table.into_iter().filter(|row| row["skipped"].is_null() && row["refused"].is_null()) {
        assert_eq!(HostValue::from_json(&row).to_json().unwrap(), row);
    }
}

#[wasm_bindgen_test]
fn a_copy_with_another_member_leaves_the_original_as_it_was() {
    let original = js("{request: 1, data: {error: false}}");
    let copy = original.with_member("request", HostValue::number(2.0));
    assert_eq!(copy.to_json().unwrap(), serde_json::json!({ "request": 2, "data": { "error": false } }));
    assert_eq!(original.member("request").unwrap().as_number(), Some(1.0));
    assert_eq!(copy.member("data"), original.member("data"), "shared, not copied");
    assert_eq!(js("'text'").with_member("request", HostValue::null()), js("'text'"));
    assert_eq!(js("null").with_member("request", HostValue::null()), js("null"));
}

#[wasm_bindgen_test]
fn a_word_is_that_text_and_nothing_else() {
    assert!(js("'call'").is_word("call"));
    for other in ["'calls'", "'Call'", "''", "new String('call')", "['call']", "null", "undefined", "1n"] {
        assert!(!js(other).is_word("call"), "{other}");
    }
}

#[wasm_bindgen_test]
fn what_has_no_members_has_none() {
    for value in ["null", "undefined", "'text'", "1", "1n", "true", "Symbol()", "[]", "new Date(0)", "new Map()"] {
        for name in ["data", "size", "constructor", "__proto__"] {
            assert!(js(value).member(name).is_none(), "{value} {name}");
        }
    }
}

#[wasm_bindgen_test]
fn undefined_null_and_absent_are_all_nothing() {
    for profile in ["{id: 'C1'}", "{id: 'C1', name: null}", "{id: 'C1', name: undefined, chat: undefined}"] {
        let profile: CustomerProfile = decode(&js(profile)).unwrap();
        assert_eq!(profile.name, None);
    }
}

#[wasm_bindgen_test]
fn a_payment_fails_for_the_reason_that_an_error_gives() {
    for (error, reason) in [
        ("new Error('card declined')", "card declined"),
        ("structuredClone(new TypeError('card declined'))", "card declined"),
        ("{message: 'card declined', code: 402}", "card declined"),
        ("new Error()", "unreadable"),
        ("new Map()", "unreadable"),
    ] {
        let failed: TransactionFailed = decode(&js(&format!("{{error: {error}}}"))).unwrap();
        assert_eq!(failed.reason, reason, "{error}");
    }
}

#[wasm_bindgen_test]
fn what_json_cannot_hold_is_left_out_and_the_field_is_named() {
    for (value, found) in [
        ("new Date()", "a date"),
        ("new Date(NaN)", "a date"),
        ("new Map()", "a value that JSON cannot represent"),
        ("new Set()", "a value that JSON cannot represent"),
        ("new Blob([])", "a value that JSON cannot represent"),
        ("new ArrayBuffer(8)", "a value that JSON cannot represent"),
        ("10n", "a value that JSON cannot represent"),
        ("new Error('x')", "a value that JSON cannot represent"),
    ] {
        let chat = format!("{{id: {value}, chat_id: 'CH1'}}");
        let (profile, skipped) = decode_noting::<CustomerProfile, _>(&js(&format!("{{id: 'C1', chat: {chat}}}")));
        let chat = profile.unwrap().chat;
        assert_eq!((chat.id, chat.chat_id.as_deref()), (None, Some("CH1")), "{value}");
        let [error] = skipped.as_slice() else { panic!("{value}: {skipped:?}") };
        assert_eq!((error.field(), error.found()), ("chat.id", found), "{value}");
    }
    for value in ["NaN", "Infinity", "-Infinity", "2**53 + 2", "1.5"] {
        let profile = js(&format!("{{id: 'C1', chat: {{groupID: {value}}}}}"));
        let (profile, skipped) = decode_noting::<CustomerProfile, _>(&profile);
        assert_eq!(profile.unwrap().chat.group_id, None, "{value}");
        let [error] = skipped.as_slice() else { panic!("{value}: {skipped:?}") };
        assert_eq!(error.field(), "chat.groupID", "{value}");
    }
}

#[wasm_bindgen_test]
fn a_date_where_one_belongs_is_read_as_iso_8601_and_as_such_is_its_json() {
    let ticket: TicketInfo = decode(&js("{id: 'T1', date: new Date(7), updatedAt: '2026-11-25'}")).unwrap();
    assert_eq!(ticket.date.unwrap().as_str(), "1970-01-01T00:00:00.007Z");
    assert_eq!(ticket.updated_at.unwrap().as_str(), "2026-11-25");
    for (value, found) in [("new Date(NaN)", "a date"), ("7", "a number")] {
        let (ticket, skipped) = decode_noting::<TicketInfo, _>(&js(&format!("{{id: 'T1', date: {value}}}")));
        assert_eq!(ticket.unwrap().date, None, "{value}");
        let [error] = skipped.as_slice() else { panic!("{value}: {skipped:?}") };
        assert_eq!((error.field(), error.found()), ("date", found), "{value}");
    }
    let json = js("{at: new Date(7), none: new Date(NaN)}").to_json().unwrap();
    assert_eq!(json, serde_json::json!({ "at": "1970-01-01T00:00:00.007Z", "none": null }));
    assert_eq!(HostValue::date(7.0).as_date().as_deref(), Some("1970-01-01T00:00:00.007Z"));
    assert_eq!(HostValue::date(8.64e15).as_date().as_deref(), Some("+275760-09-13T00:00:00.000Z"));
}

#[wasm_bindgen_test]
fn cyclic_and_foreign_extras_do_not_stand_in_the_way() {
    let profile = js("(() => { const p = {id: 'C1', big: 10n, when: new Date()}; p.self = p; return p; })()");
    assert_eq!(decode::<CustomerProfile, _>(&profile).unwrap().id, "C1");
    assert!(profile.to_json().is_err());
}

#[wasm_bindgen_test]
fn a_lone_surrogate_becomes_the_replacement_character() {
    let profile: CustomerProfile = decode(&js(r"{id: 'C1', name: 'a\ud800b'}")).unwrap();
    assert_eq!(profile.name.as_deref(), Some("a\u{FFFD}b"));
}

#[wasm_bindgen_test]
fn inherited_members_are_nobodys_data_and_a_member_called_proto_is_only_data() {
    let object = js("{}");
    assert!(object.member("constructor").is_none() && object.member("toString").is_none());
    let polluting = js(r#"JSON.parse('{"__proto__": {"polluted": true}}')"#);
    let copied = HostValue::from_json(&polluting.to_json().unwrap());
    assert_eq!(copied.member("__proto__").unwrap().kind(), Kind::Object);
    assert_eq!(js("{}.polluted"), HostValue::from(JsValue::UNDEFINED));
    assert_eq!(js("({}).polluted"), HostValue::from(JsValue::UNDEFINED));
}
