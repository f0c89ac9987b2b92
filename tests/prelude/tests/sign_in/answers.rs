//! The server's answers: the exchange, and the question for missing values.

use serde_json::{Value, json};

use super::world::{ACCOUNTS, STATE, World, tokens, with};

#[test]
fn a_token_and_its_account_are_reported() {
    let world = World::exchanging();
    world.pass(1000.0);
    world.answer(200, &tokens());
    assert_eq!(world.report(), json!([2, 28_801_000, "acc", "org", "chats--all:ro,customers:ro"]));
    assert!(!world.has_request());
}

#[test]
fn values_that_came_as_null_are_asked_for_once() {
    let world = World::in_popup(&json!({ "client_id": "app", "response_type": "token" }));
    let answer = json!({ "access_token": "dal%3At", "state": STATE, "expires_in": null, "scope": null });
    world.message(ACCOUNTS, &json!({ "data": answer }));
    let request = world.request();
    assert_eq!(request.to(), "GET https://accounts.livechat.com/v2/info");
    assert_eq!((request.bearer(), request.body()), (Some("dal:t"), &Value::Null));
    let info =
        json!({ "expires_in": 100, "scopes": "a", "account_id": "acc", "organization_id": "org", "client_id": "app" });
    world.answer(200, &info);
    assert_eq!(world.report(), json!([2, 100_000, "acc", "org", "a"]));

    let world = World::exchanging();
    world.answer(200, &json!({ "access_token": "t" }));
    world.answer(200, &json!({}));
    assert_eq!((world.phase().as_str(), world.has_request()), ("WRONG_ANSWER 2", false), "not again and again");
}

#[test]
fn failures_of_the_exchange_are_typed() {
    for (status, body, reason) in [
        (502, json!("<html>"), "UNAVAILABLE 502"),
        (502, json!({ "error": "server_error" }), "UNAVAILABLE 502"),
        (429, json!({ "error": "limit" }), "UNAVAILABLE 429"),
        (404, json!({ "error": {} }), "UNAVAILABLE 404"),
        (404, json!({ "error": "" }), "UNAVAILABLE 404"),
        (302, json!(null), "UNAVAILABLE 302"),
        (200, json!("token"), "WRONG_ANSWER 0"),
        (200, json!([]), "WRONG_ANSWER 0"),
        (204, json!(null), "WRONG_ANSWER 0"),
        (200, json!({ "access_token": 7 }), "WRONG_ANSWER 2"),
        (403, json!({ "error": "invalid_scope" }), "SCOPE_NOT_ALLOWED"),
        (401, json!({ "error": "invalid_grant", "sub_error": null }), "REFUSED invalid_grant"),
        (403, json!({ "error": "access_denied", "sub_error": "no_role" }), "REFUSED access_denied no_role"),
        (400, json!({ "oauth_exception": "invalid_client" }), "REFUSED invalid_client"),
    ] {
        let world = World::exchanging();
        world.answer(status, &body);
        assert_eq!((world.phase().as_str(), world.has_request()), (reason, false), "{status} {body}");
        world.run("popup = undefined; io.sign_in(false)");
        assert_eq!(world.phase(), "SIGNING_IN", "a second attempt is possible");
    }
    for body in ["", "<html>Bad gateway", "{"] {
        let world = World::exchanging();
        world.answer_text(200, body);
        assert_eq!(world.phase(), "WRONG_ANSWER 0", "{body}");
    }
}

#[test]
fn a_server_that_only_hides_its_answer_is_told_apart_from_one_that_is_gone() {
    let world = World::exchanging();
    world.fail();
    assert_eq!(world.request().to(), "no-cors https://accounts.livechat.com/v2/token");
    world.fail();
    assert_eq!(world.phase(), "NETWORK");
    let world = World::exchanging();
    world.fail();
    world.answer_text(200, "");
    assert_eq!(world.phase(), "TOKEN_ENDPOINT_BLOCKED");
    let world = World::exchanging();
    world.pass(30_000.0);
    assert_eq!(world.value("requests.length"), 2, "after half a minute, too");
}

#[test]
fn a_missing_value_and_another_app_s_token_are_named() {
    for (name, value, number) in [
        ("expires_in", json!(null), 2),
        ("expires_in", json!(-5), 2),
        ("expires_in", json!("soon"), 2),
        ("expires_in", json!([60]), 2),
        ("access_token", json!(null), 3),
        ("account_id", json!(""), 4),
        ("organization_id", json!(7), 5),
        ("access_token", json!("a b"), 6),
        ("access_token", json!("a".repeat(8000)), 6),
        ("access_token", json!("a".repeat(10_000)), 3),
        ("client_id", json!("other"), 7),
    ] {
        let world = World::exchanging();
        world.answer(200, &with(&tokens(), name, value.clone()));
        if world.has_request() {
            world.answer(200, &json!({}));
        }
        assert_eq!(world.phase(), format!("WRONG_ANSWER {number}"), "{name} {value}");
        assert_eq!(world.stored(), Value::Null);
    }
}

#[test]
fn the_colon_of_a_token_may_be_encoded_once_and_others_are_not_sent() {
    for (text, token) in [
        ("dal%3Aabc", Some("dal:abc")),
        ("fra-a%3axyz", Some("fra-a:xyz")),
        ("dal:a+b/c", Some("dal:a+b/c")),
        ("a%20b%3Ac", Some("a%20b%3Ac")),
        ("a%", Some("a%")),
        ("%é", None),
        ("", None),
        ("a b", None),
        ("a\nb", None),
        ("a\n", None),
    ] {
        let world = World::in_popup(&json!({ "client_id": "app" }));
        world.callback(&json!({ "code": text, "state": STATE }));
        let sent = world.has_request().then(|| world.request().body()["code"].clone());
        assert_eq!(sent, token.map(Value::from), "{text:?}");
    }
}

#[test]
fn a_late_answer_to_an_earlier_attempt_is_dropped() {
    let world = World::exchanging();
    world.run("io.sign_out(); popup = undefined; io.sign_in(false)");
    world.answer(200, &tokens());
    assert_eq!(world.phase(), "SIGNING_IN");
    world.callback(&json!({ "code": "c", "state": STATE }));
    assert!(world.has_request(), "the second attempt goes on");
}
