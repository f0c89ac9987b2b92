//! A sign-in that lasts: its storage, its end, and the token.

use serde_json::{Value, json};

use super::world::{STATE, World, tokens, with};

#[test]
fn a_sign_in_is_stored_and_read_again() {
    let world = World::signed_in();
    let stored = world.stored();
    assert_eq!(
        (&stored["id"], &stored["access_token"], &stored["number"]),
        (&json!(STATE), &json!("dal:one"), &json!(0))
    );
    let prepare = |stored: &Value| {
        format!("stored['yew-livechat sign-in app https://accounts.livechat.com'] = {:?}", stored.to_string())
    };
    let app = json!({ "client_id": "app" });
    let again = World::new(&app, &prepare(&stored));
    assert_eq!(again.report(), world.report());
    again.ask_for_token(None);
    assert_eq!((again.tokens(), again.has_request()), (vec!["dal:one".to_owned()], false));
    let expired = with(&stored, "refresh_token", Value::Null);
    for other in [
        json!(null),
        json!({}),
        json!([1]),
        json!("x"),
        json!({ "id": "s", "access_token": "a" }),
        with(&stored, "id", json!(1)),
        with(&stored, "access_token", json!("a b")),
        with(&stored, "expires_at", json!(null)),
        with(&expired, "expires_at", json!(0)),
    ] {
        assert_ne!(World::new(&app, &prepare(&other)).phase(), "SIGNED_IN", "{other}");
    }
}

#[test]
fn without_a_refresh_token_the_sign_in_ends_with_its_token() {
    let world = World::exchanging();
    world.answer(200, &with(&with(&tokens(), "refresh_token", Value::Null), "expires_in", json!("60")));
    world.pass(59_999.0);
    assert_eq!(world.phase(), "SIGNED_IN");
    world.pass(1.0);
    assert_eq!((world.phase().as_str(), world.stored(), world.has_request()), ("EXPIRED", Value::Null, false));
    world.ask_for_token(None);
    assert_eq!(world.tokens(), ["EXPIRED"]);
}

#[test]
fn a_token_that_expires_late_does_not_overflow_the_browser_s_timer() {
    let world = World::exchanging();
    world.answer(200, &with(&tokens(), "expires_in", json!(1e9)));
    assert_eq!(world.value("Math.max(...[...timers.values()].map(({ at }) => at))"), 0x7fff_ffff);
}

#[test]
fn signing_out_revokes_this_token_and_nothing_else() {
    let world = World::signed_in();
    world.posted();
    world.run("io.sign_out()");
    let request = world.request();
    assert_eq!(request.to(), "DELETE https://accounts.livechat.com/v2/token");
    assert_eq!((request.bearer(), request.body()), (Some("dal:one"), &Value::Null));
    assert_eq!((world.phase().as_str(), world.stored()), ("SIGNED_OUT", Value::Null));
    assert_eq!(world.posted(), json!([{ "ended": STATE }]));
    world.run("io.sign_out()");
    assert_eq!(world.value("requests.length"), 1);
    world.ask_for_token(None);
    assert_eq!(world.tokens(), ["NOT_SIGNED_IN"]);
}

#[test]
fn a_token_that_is_not_revoked_is_a_warning_without_the_token() {
    for (status, warns) in [(200, false), (401, false), (404, false), (500, true)] {
        let world = World::signed_in();
        world.run("io.sign_out()");
        world.answer_text(status, "");
        let warned = world.value("warned").to_string();
        assert_eq!((warned.contains(&status.to_string()), warned.contains("dal")), (warns, false), "{warned}");
    }
}

#[test]
fn a_page_that_has_ended_stores_and_reports_nothing() {
    let world = World::exchanging();
    world.posted();
    world.run("reports.length = 0; io.end()");
    world.answer(200, &tokens());
    assert_eq!((world.value("reports"), world.stored(), world.posted()), (json!([]), Value::Null, json!([])));

    let world = World::signed_in();
    let stored = world.stored();
    world.ask_for_token(Some("dal:one"));
    world.run("reports.length = 0; io.end()");
    world.answer(200, &json!({ "access_token": "dal:two" }));
    world.pass(1e9);
    assert_eq!((world.value("reports"), world.stored()), (json!([]), stored));
    assert_eq!(world.tokens(), ["NOT_SIGNED_IN"], "nobody waits forever");
}
