//! A sign-in that several iframes share.

use serde_json::{Value, json};

use super::world::{World, with};

/// A session as another iframe has it.
fn session() -> Value {
    World::signed_in().stored()
}

fn newer(session: &Value) -> Value {
    with(&with(session, "access_token", json!("dal:two")), "number", json!(1))
}

fn token(world: &World) -> String {
    world.ask_for_token(None);
    world.tokens().concat()
}

#[test]
fn the_newest_token_of_a_sign_in_is_taken_over() {
    let world = World::signed_in();
    let session = world.stored();
    assert_eq!(world.posted(), json!([{ "session": session }]));
    world.hear(&json!({ "session": newer(&session) }));
    world.hear(&json!({ "session": session }));
    assert_eq!(token(&world), "dal:two");
    assert_eq!(world.posted(), json!([]), "it is not passed on again");
}

#[test]
fn another_browser_tab_s_sign_in_is_not_taken_over() {
    let other = with(&session(), "id", json!("other"));
    let world = World::signed_in();
    world.hear(&json!({ "session": other }));
    world.hear(&json!({ "ended": "other" }));
    assert_eq!(token(&world), "dal:one");
    let world = World::of_app();
    world.hear(&json!({ "session": session() }));
    assert_eq!(world.phase(), "SIGNED_OUT", "with storage, messages start no sign-in");
}

#[test]
fn with_storage_blocked_the_iframes_ask_each_other() {
    let world = World::new(&json!({ "client_id": "app" }), "isBlocked = true");
    assert_eq!(world.posted(), json!([{ "ask": true }]));
    for wrong in [json!({ "session": null }), json!({ "session": 7 }), json!({ "session": { "id": "x" } }), json!({})] {
        world.hear(&wrong);
        assert_eq!(world.phase(), "SIGNED_OUT");
    }
    world.hear(&json!({ "session": session() }));
    assert_eq!(world.phase(), "SIGNED_IN");
    world.hear(&json!({ "ask": true }));
    assert_eq!(world.posted(), json!([{ "session": session() }]));
}

#[test]
fn an_iframe_that_signs_out_signs_the_others_out() {
    let world = World::signed_in();
    world.posted();
    world.hear(&json!({ "ended": session()["id"] }));
    assert_eq!((world.phase().as_str(), world.posted()), ("SIGNED_OUT", json!([])));

    let world = World::signed_in();
    world.run("stored = {}; dispatch('storage', { key: 'yew-livechat sign-in other' })");
    assert_eq!(world.phase(), "SIGNED_IN");
    world.run("dispatch('storage', { key: 'yew-livechat sign-in app https://accounts.livechat.com' })");
    assert_eq!(world.phase(), "SIGNED_OUT");
}

#[test]
fn a_sign_in_that_another_iframe_has_stored_is_taken_over() {
    let world = World::of_app();
    let stored = session().to_string();
    world.run(&format!(
        "var key = 'yew-livechat sign-in app https://accounts.livechat.com'; stored[key] = {stored:?}; dispatch('storage', {{ key }})"
    ));
    assert_eq!(token(&world), "dal:one");
}

#[test]
fn a_sign_in_in_progress_is_not_replaced() {
    let world = World::exchanging();
    world.hear(&json!({ "session": session() }));
    assert_eq!(world.phase(), "SIGNING_IN");
}
