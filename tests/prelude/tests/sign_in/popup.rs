//! A sign-in in a popup, up to LiveChat's answer.

use serde_json::{Value, json};

use super::world::{ACCOUNTS, OWN, STATE, VERIFIER, World};

fn app() -> Value {
    json!({ "client_id": "app" })
}

/// The parameters of LiveChat's page.
fn parameters(world: &World) -> Value {
    world.value(
        "Object.fromEntries(new URLSearchParams((assigned[0] ?? opened.at(-1).url).replace(/^.*?\\?/, '')).pairs)",
    )
}

#[test]
fn a_popup_asks_for_a_code_and_the_verifier_is_never_sent() {
    let world = World::in_popup(&json!({ "client_id": "my app" }));
    assert_eq!(world.value("opened.map(({ name }) => name)"), json!([STATE, STATE]));
    let expected = json!({
        "client_id": "my app", "redirect_uri": "https://extension.example/", "state": STATE, "response_type": "code",
        "code_challenge": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE", "code_challenge_method": "S256",
    });
    assert_eq!(parameters(&world), expected);
    assert!(!world.value("opened").to_string().contains(VERIFIER));
}

#[test]
fn every_option_is_a_parameter() {
    let options = json!({
        "client_id": "app", "scope": "chats--all:ro,customers:ro", "response_type": "token", "prompt": "consent",
        "email": "ann@example.com", "organization_id": "org", "flow": "button", "redirect_uri": "https://a.example/in",
        "timeout": "60000", "accounts": "http://127.0.0.1:8811",
    });
    let world = World::in_popup(&options);
    let expected = json!({
        "client_id": "app", "organization_id": "org", "redirect_uri": "https://a.example/in", "state": STATE,
        "response_type": "token", "scope": "chats--all:ro,customers:ro", "prompt": "consent", "flow": "button",
        "email": "ann@example.com",
    });
    assert_eq!(parameters(&world), expected);
    assert!(world.value("opened.at(-1).url").as_str().is_some_and(|url| url.starts_with("http://127.0.0.1:8811/?")));
}

#[test]
fn a_redirect_is_answered_by_a_redirect() {
    let world = World::new(&json!({ "client_id": "app", "flow": "button", "email": "" }), "");
    world.run("io.sign_in(true)");
    let parameters = parameters(&world);
    assert!(parameters.get("flow").is_none() && parameters.get("email").is_none(), "{parameters}");
    assert_eq!(parameters["redirect_uri"], "https://extension.example/page");
    assert_eq!(world.phase(), "SIGNING_IN");
}

#[test]
fn a_code_is_exchanged_with_its_verifier() {
    let world = World::exchanging();
    assert_eq!((world.value("popup.closed"), world.phase().as_str()), (json!(true), "SIGNING_IN"));
    let request = world.request();
    assert_eq!((request.to().as_str(), request.bearer()), ("POST https://accounts.livechat.com/v2/token", None));
    let expected = json!({
        "grant_type": "authorization_code", "code": "dal:c", "client_id": "app", "code_verifier": VERIFIER,
        "redirect_uri": "https://extension.example/",
    });
    assert_eq!(*request.body(), expected);
}

#[test]
fn the_accounts_page_s_own_message_is_a_response_too() {
    for origin in [ACCOUNTS, "https://accounts.livechatinc.com"] {
        let world = World::in_popup(&app());
        world.message(origin, &json!({ "data": { "code": "c", "state": STATE, "account_id": null } }));
        assert!(world.has_request(), "{origin}");
    }
}

#[test]
fn a_response_without_its_state_is_refused() {
    for answer in [
        json!({ "code": "c" }),
        json!({ "code": "c", "state": "" }),
        json!({ "code": "c", "state": "BwcHBwcHBwcHBwcHBwcHBx" }),
        json!({ "code": "c", "state": [STATE] }),
        json!({ "code": "c", "state": "s".repeat(1_000_000) }),
        json!({ "error": "access_denied", "state": "x" }),
        json!({ "error": "access_denied", "state": "" }),
    ] {
        let world = World::in_popup(&app());
        world.callback(&answer);
        assert_eq!((world.phase().as_str(), world.has_request()), ("STATE_MISMATCH", false), "{answer}");
    }
    let world = World::in_popup(&app());
    world.message(ACCOUNTS, &json!({ "data": { "code": "c", "state": null } }));
    assert_eq!(world.phase(), "STATE_MISMATCH");
}

#[test]
fn another_window_and_another_origin_are_not_listened_to() {
    let by_page = json!({ "yewLivechatSignIn": { "code": "c", "state": STATE } });
    let by_message = json!({ "data": { "code": "c", "state": STATE } });
    let world = World::in_popup(&app());
    for (origin, message) in [
        (ACCOUNTS, &by_page),
        (OWN, &by_message),
        ("https://evil.example", &by_page),
        ("https://evil.example", &by_message),
        ("https://accounts.livechat.com.evil.example", &by_message),
        ("http://accounts.livechat.com", &by_message),
        ("null", &by_message),
        ("", &by_message),
    ] {
        world.message(origin, message);
        assert!(!world.has_request() && world.phase() == "SIGNING_IN", "{origin} {message}");
    }
    for event in ["isTrusted: true, source: {}", "isTrusted: false, source: popup"] {
        world.run(&format!("dispatch('message', {{ {event}, origin: {OWN:?}, data: {by_page} }})"));
        assert!(!world.has_request() && world.phase() == "SIGNING_IN", "{event}");
    }
    world.message(OWN, &by_page);
    world.message(OWN, &by_page);
    assert_eq!(world.value("requests.length"), 1, "a response counts once");
}

#[test]
fn another_accounts_server_s_messages_come_from_its_origin() {
    let options = json!({ "client_id": "app", "accounts": "http://127.0.0.1:3400/accounts" });
    let message = json!({ "data": { "code": "c", "state": STATE } });
    let world = World::in_popup(&options);
    world.message(ACCOUNTS, &message);
    assert!(!world.has_request());
    world.message("http://127.0.0.1:3400", &message);
    assert_eq!(world.request().to(), "POST http://127.0.0.1:3400/accounts/v2/token");
}

#[test]
fn other_messages_of_the_accounts_page_are_not_responses() {
    let world = World::in_popup(&app());
    for message in [
        json!(null),
        json!("data"),
        json!(7),
        json!([]),
        json!({}),
        json!({ "data": null }),
        json!({ "data": "x" }),
        json!({ "data": [] }),
        json!({ "error": [] }),
        json!({ "error": "" }),
        json!({ "yewLivechatSignIn": "x" }),
    ] {
        world.message(ACCOUNTS, &message);
        world.message(OWN, &message);
        assert_eq!(world.phase(), "SIGNING_IN", "{message}");
    }
}

#[test]
fn a_popup_that_is_closed_or_open_for_too_long_ends_the_sign_in() {
    let world = World::in_popup(&json!({ "client_id": "app", "timeout": "60000" }));
    world.pass(500.0);
    world.run("popup.closed = true");
    world.pass(500.0);
    assert_eq!(world.phase(), "SIGNING_IN", "its message may be in flight");
    world.callback(&json!({ "code": "c", "state": STATE }));
    world.pass(60_000.0);
    assert!(world.has_request());

    let world = World::in_popup(&app());
    world.run("popup.closed = true");
    world.pass(1000.0);
    assert_eq!(world.phase(), "POPUP_CLOSED");
    world.callback(&json!({ "code": "c", "state": STATE }));
    assert!(!world.has_request(), "it has ended");

    let world = World::in_popup(&json!({ "client_id": "app", "timeout": "60000" }));
    world.pass(59_999.0);
    assert_eq!(world.phase(), "SIGNING_IN");
    world.pass(1.0);
    assert_eq!((world.phase().as_str(), world.value("popup.closed")), ("TIMED_OUT", json!(true)));
}

#[test]
fn what_the_browser_does_not_allow_is_a_reason() {
    for (prepare, is_redirect, reason) in [
        ("isPopupBlocked = true", false, "POPUP_BLOCKED"),
        ("delete crypto.subtle", false, "INSECURE_PAGE"),
        ("crypto = undefined", false, "INSECURE_PAGE"),
        ("isBlocked = true; name = 'the-host-s'", true, "STORAGE_BLOCKED"),
    ] {
        let world = World::new(&app(), prepare);
        world.run(&format!("io.sign_in({is_redirect})"));
        assert_eq!((world.phase().as_str(), world.value("assigned")), (reason, json!([])));
    }
}

#[test]
fn refusals_are_typed() {
    for (error, reason) in [
        (json!({ "error": "access_denied" }), "REFUSED access_denied"),
        (json!({ "oauth_exception": "invalid_scope" }), "SCOPE_NOT_ALLOWED"),
        (
            json!({ "oauth_exception": "invalid_request", "exception_details": "redirect_uri_not_set" }),
            "REFUSED invalid_request redirect_uri_not_set",
        ),
        (json!({ "identity_exception": "identity_lost" }), "REFUSED identity_lost"),
        (json!({ "error": "denied</b> Call +1 555", "exception_details": " Send money" }), "REFUSED denied"),
    ] {
        let world = World::in_popup(&app());
        world.message(ACCOUNTS, &json!({ "error": error, "data": null }));
        assert_eq!(world.phase(), reason);
        let world = World::in_popup(&app());
        world.callback(&super::world::with(&error, "state", json!(STATE)));
        assert_eq!(world.phase(), reason);
    }
    for error in [json!({}), json!({ "error": 7 }), json!({ "error": "" })] {
        let world = World::in_popup(&app());
        world.message(ACCOUNTS, &json!({ "error": error }));
        assert_eq!(world.phase(), "REFUSED");
    }
    let world = World::in_popup(&app());
    world.message(ACCOUNTS, &json!({ "error": "x".repeat(5000) }));
    assert_eq!(world.phase(), format!("REFUSED {}", "x".repeat(64)));
}

#[test]
fn the_other_kind_of_response_is_refused() {
    let world = World::in_popup(&app());
    world.callback(&json!({ "access_token": "t", "expires_in": "9", "state": STATE }));
    assert_eq!((world.phase().as_str(), world.has_request()), ("WRONG_ANSWER 1", false));
    let world = World::in_popup(&json!({ "client_id": "app", "response_type": "token" }));
    world.callback(&json!({ "code": "c", "state": STATE }));
    assert_eq!((world.phase().as_str(), world.has_request()), ("WRONG_ANSWER 2", false));
}

#[test]
fn a_redirect_comes_back_to_the_same_checks() {
    let attempt = json!({ "state": STATE, "verifier": "v", "redirect_uri": "https://a.example/" });
    let key = format!("yew-livechat sign-in app {ACCOUNTS}");
    let prepare = |state: &str, attempt: &Value, mark: &str| {
        format!(
            "location.search = '?code=c&state={state}';
             stored[{key:?} + ' ' + {state:?}] = {:?};
             if ({mark:?}) stored[{key:?} + ' redirected'] = {mark:?}",
            attempt.to_string()
        )
    };
    let world = World::new(&app(), &prepare(STATE, &attempt, ""));
    assert_eq!((&world.request().body()["code_verifier"], world.value("replaced")), (&json!("v"), json!(["/page"])));
    assert_eq!(world.stored(), Value::Null);
    for (state, attempt) in [("other", attempt), ("", json!({ "state": "" })), ("s", json!({}))] {
        let world = World::new(&app(), &prepare(state, &attempt, "/page"));
        assert_eq!((world.phase().as_str(), world.has_request()), ("STATE_MISMATCH", false), "{state}");
    }
}

#[test]
fn a_sign_in_begins_only_if_none_is_in_progress() {
    let world = World::in_popup(&app());
    world.run("io.sign_in(false)");
    assert_eq!(world.value("opened.filter(({ url }) => url === 'about:blank').length"), 1);
    world.run("io.sign_out()");
    assert_eq!((world.phase().as_str(), world.value("popup.closed")), ("SIGNED_OUT", json!(true)));
    world.run("popup = undefined; io.sign_in(false)");
    assert_eq!(world.phase(), "SIGNING_IN");
}
