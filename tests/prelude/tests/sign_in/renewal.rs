//! The renewal of a token.

use serde_json::{Value, json};

use super::world::{VERIFIER, World, tokens, with};

fn refreshed(token: &str) -> Value {
    json!({ "access_token": token, "refresh_token": "r2", "expires_in": 28800 })
}

#[test]
fn a_token_is_renewed_five_minutes_before_its_end_or_in_the_last_tenth() {
    for (life, early) in [(28_800.0, 300.0), (60.0, 6.0)] {
        let world = World::exchanging();
        world.answer(200, &with(&tokens(), "expires_in", json!(life)));
        world.pass((life - early) * 1000.0 - 1.0);
        assert!(!world.has_request());
        world.pass(1.0);
        assert_eq!(world.request().body()["refresh_token"], "r1");
    }
}

#[test]
fn a_token_is_renewed_when_it_has_expired_or_was_refused() {
    let world = World::signed_in();
    world.ask_for_token(None);
    world.ask_for_token(Some("dal:zero"));
    assert_eq!((world.tokens(), world.has_request()), (vec!["dal:one".to_owned(); 2], false));
    world.ask_for_token(Some("dal:one"));
    world.ask_for_token(Some("dal:one"));
    let request = world.request();
    assert_eq!(request.to(), "POST https://accounts.livechat.com/v2/token");
    assert_eq!(*request.body(), json!({ "grant_type": "refresh_token", "refresh_token": "r1", "client_id": "app" }));
    assert_eq!((world.value("requests.length"), world.tokens().len()), (json!(1), 0), "one renewal for both");
    world.ask_for_token(None);
    assert_eq!(world.tokens(), ["dal:one"], "it may still be good for others");
    world.answer(200, &refreshed("dal:two"));
    assert_eq!((world.tokens(), world.phase().as_str()), (vec!["dal:two".to_owned(); 2], "SIGNED_IN"));
    world.ask_for_token(Some("dal:one"));
    assert_eq!((world.tokens(), world.has_request()), (vec!["dal:two".to_owned()], false));
    world.ask_for_token(Some("dal:two"));
    assert_eq!(world.request().body()["refresh_token"], "r2", "it rotates");
}

#[test]
fn a_renewal_keeps_what_it_does_not_say() {
    let world = World::signed_in();
    world.ask_for_token(Some("dal:one"));
    world.answer(200, &json!({ "access_token": "dal:two" }));
    assert_eq!(world.report(), json!([2, 28_800_000, "acc", "org", "chats--all:ro,customers:ro"]));
    let stored = world.stored();
    assert_eq!((&stored["refresh_token"], &stored["number"]), (&json!("r1"), &json!(1)));
    world.ask_for_token(Some("dal:two"));
    world.answer(200, &json!({ "access_token": "dal:three", "refresh_token": "r2", "expires_in": 60, "scopes": "x" }));
    assert_eq!(world.report(), json!([2, 60_000, "acc", "org", "x"]));
    assert_eq!((&world.stored()["refresh_token"], &world.stored()["number"]), (&json!("r2"), &json!(2)));
}

#[test]
fn a_failed_renewal_is_tried_again_and_a_refused_one_ends_the_sign_in() {
    let world = World::signed_in();
    world.pass(28_500_000.0);
    for (status, body, reason) in
        [(503, json!(null), "UNAVAILABLE 503"), (200, json!({}), "WRONG_ANSWER 3"), (200, json!([]), "WRONG_ANSWER 0")]
    {
        world.ask_for_token(Some("dal:one"));
        world.answer(status, &body);
        assert_eq!((world.tokens(), world.phase().as_str()), (vec![reason.to_owned()], "SIGNED_IN"));
        world.ask_for_token(None);
        assert_eq!(world.tokens(), ["dal:one"], "it is good for a while");
        world.pass(29_999.0);
        assert!(!world.has_request());
        world.pass(1.0);
        assert!(world.has_request());
    }
    world.answer(401, &json!({ "error": "unauthorized_client" }));
    assert_eq!((world.phase().as_str(), world.stored()), ("EXPIRED", Value::Null));
    world.ask_for_token(None);
    assert_eq!(world.tokens(), ["EXPIRED"]);
}

#[test]
fn the_answer_to_a_renewal_of_an_ended_sign_in_is_dropped() {
    let world = World::signed_in();
    world.ask_for_token(Some("dal:one"));
    world.run("io.sign_out()");
    world.answer(200, &refreshed("dal:two"));
    assert_eq!((world.phase().as_str(), world.stored()), ("SIGNED_OUT", Value::Null));
    assert_eq!(world.tokens(), ["NOT_SIGNED_IN"]);
}

#[test]
fn a_token_that_another_iframe_has_renewed_is_not_renewed_again() {
    let world = World::signed_in();
    let newer = with(&with(&world.stored(), "access_token", json!("dal:two")), "number", json!(1));
    world.run("var release; navigator.locks.request = (key, held) => new Promise((resolve) => (release = resolve)).then(held)");
    world.ask_for_token(Some("dal:one"));
    assert!(!world.has_request(), "the other iframe has the lock");
    world.run(&format!("stored['yew-livechat sign-in app https://accounts.livechat.com'] = {:?}", newer.to_string()));
    world.run("release()");
    assert_eq!((world.tokens(), world.has_request()), (vec!["dal:two".to_owned()], false));
}

#[test]
fn without_locks_the_highest_claim_renews() {
    let app = json!({ "client_id": "app" });
    for (claim, wins) in [(0.5, true), (2.5, false)] {
        let world = World::new(&app, "isBlocked = true; delete navigator.locks");
        let session = World::signed_in().stored();
        world.hear(&json!({ "session": session }));
        world.ask_for_token(Some("dal:one"));
        world.hear(&json!({ "claim": claim }));
        world.pass(150.0);
        assert_eq!(world.has_request(), wins);
        if !wins {
            let newer = with(&with(&session, "access_token", json!("dal:two")), "number", json!(1));
            world.hear(&json!({ "session": newer }));
            world.pass(150.0);
            assert_eq!((world.tokens(), world.has_request()), (vec!["dal:two".to_owned()], false));
        }
    }
    // The winner has disappeared.
    let world = World::new(&app, "isBlocked = true; delete navigator.locks");
    world.hear(&json!({ "session": World::signed_in().stored() }));
    world.ask_for_token(Some("dal:one"));
    world.hear(&json!({ "claim": 2.5 }));
    world.pass(31_000.0);
    assert!(world.has_request());
}

#[test]
fn no_address_has_a_token_or_the_verifier_in_it() {
    let world = World::signed_in();
    world.ask_for_token(Some("dal:one"));
    world.run("io.sign_out()");
    let urls = world.value("[...requests, ...opened].map(({ url }) => url)").to_string();
    assert_eq!(world.value("requests.length"), 2);
    assert!(!urls.contains("dal") && !urls.contains("r1") && !urls.contains(VERIFIER), "{urls}");
}
