//! Every way a sign-in can end, and attacks by hostile windows and servers.

use std::time::Duration;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const OWN: &str = "https://extension.example";
const ACCOUNTS: &str = "https://accounts.livechat.com";

fn machine(options: SignIn) -> Machine<Value> {
    let mut machine = Machine::new(Rc::new(options));
    machine.is_at(OWN.to_owned());
    machine
}

/// A machine with an open popup, and the state that was sent.
fn in_popup(options: SignIn) -> (Machine<Value>, String) {
    let mut machine = machine(options);
    let Attempt { state, verifier, redirect_uri } = Attempt::known();
    let (parameters, _) = machine.begin(0.0, Way::Popup, state.clone(), verifier, redirect_uri);
    assert!(parameters["state"] == state && machine.state().is_signing_in());
    (machine, state)
}

/// The message that the callback page posts about its address.
fn callback(address: &str) -> Value {
    let pairs = address.split(['?', '#', '&']).filter_map(|pair| pair.split_once('='));
    let answer: serde_json::Map<_, _> = pairs.map(|(name, value)| (name.to_owned(), json!(value))).collect();
    json!({ "yewLivechatSignIn": answer })
}

fn good() -> Value {
    json!({
        "access_token": "dal:one", "refresh_token": "r1", "expires_in": 28800, "scope": "chats--all:ro,customers:ro",
        "account_id": "acc", "organization_id": "org", "token_type": "Bearer",
    })
}

fn answered(status: u16, body: Value) -> Response<Value> {
    Response::Answered { status, body: Some(body) }
}

fn signed_in() -> Machine<Value> {
    let (mut machine, state) = in_popup(SignIn::new("app"));
    machine.message(0.0, OWN, &callback(&format!("?code=dal%3Ac&state={state}"))).unwrap();
    assert!(machine.answered(0.0, answered(200, good())).is_none());
    machine
}

fn reason(machine: &Machine<Value>) -> SignInError {
    machine.state().reason().cloned().expect("a reason")
}

fn member<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.body.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_str())
}

#[test]
fn a_code_is_exchanged_with_its_verifier() {
    let (mut machine, state) = in_popup(SignIn::new("app"));
    let request = machine.message(0.0, OWN, &callback(&format!("?code=dal%3Ac&state={state}"))).unwrap();
    assert_eq!((request.method, request.url.as_str()), ("POST", "https://accounts.livechat.com/v2/token"));
    assert_eq!(member(&request, "code"), Some("dal:c"));
    assert_eq!(member(&request, "code_verifier").map(str::len), Some(43));
    assert_eq!(member(&request, "redirect_uri"), Some("https://extension.example/"));
    assert_eq!(member(&request, "client_secret"), None);
    assert!(!machine.needs_popup() && machine.state().is_signing_in());
    assert!(machine.answered(1000.0, answered(200, good())).is_none());
    let state = machine.state();
    let account = state.account().unwrap();
    assert_eq!((account.account_id.as_str(), account.organization_id.as_str()), ("acc", "org"));
    assert!(account.has_scope("customers:ro") && account.expires_at == 28_801_000.0);
}

#[test]
fn the_accounts_page_s_own_message_is_an_answer_too() {
    for origin in [ACCOUNTS, "https://accounts.livechatinc.com"] {
        let (mut machine, state) = in_popup(SignIn::new("app"));
        let message = json!({ "data": { "code": "c", "state": state, "account_id": null } });
        assert!(machine.message(0.0, origin, &message).is_some(), "{origin}");
    }
}

#[test]
fn values_that_came_as_null_are_asked_for_once() {
    let (mut machine, state) = in_popup(SignIn::new("app").implicit());
    let message = json!({ "data": { "access_token": "dal%3At", "state": state, "expires_in": null, "scope": null } });
    let request = machine.message(0.0, ACCOUNTS, &message).unwrap();
    assert_eq!((request.method, request.url.as_str()), ("GET", "https://accounts.livechat.com/v2/info"));
    assert_eq!(request.bearer.as_deref(), Some("dal:t"));
    let info =
        json!({ "expires_in": 100, "scope": "a", "account_id": "acc", "organization_id": "org", "client_id": "app" });
    assert!(machine.answered(0.0, answered(200, info)).is_none());
    assert_eq!(machine.state().account().unwrap().scopes().collect::<Vec<_>>(), ["a"]);

    let (mut machine, _) = in_popup(SignIn::new("app"));
    machine.phase = Phase::Asking { attempt: Attempt::known(), values: json!({ "access_token": "t" }), has_info: true };
    assert!(machine.answered(0.0, answered(200, json!({}))).is_none(), "not again and again");
    assert_eq!(reason(&machine), SignInError::WrongAnswer { what: "it has no `expires_in`" });
}

#[test]
fn a_token_of_another_app_is_refused() {
    let (mut machine, state) = in_popup(SignIn::new("app").implicit());
    machine.message(0.0, ACCOUNTS, &json!({ "data": { "access_token": "t", "state": state } })).unwrap();
    let info =
        json!({ "expires_in": 100, "scope": "a", "account_id": "acc", "organization_id": "org", "client_id": "evil" });
    machine.answered(0.0, answered(200, info));
    assert_eq!(reason(&machine), SignInError::WrongAnswer { what: "the token belongs to another app" });
}

#[test]
fn an_answer_without_its_state_is_refused() {
    for address in ["?code=c", "?code=c&state=", "?code=c&state=BwcHBwcHBwcHBwcHBwcHBx", "?error=access_denied&state=x"]
    {
        let (mut machine, _) = in_popup(SignIn::new("app"));
        assert!(machine.message(0.0, OWN, &callback(address)).is_none());
        assert_eq!(reason(&machine), SignInError::StateMismatch, "{address}");
    }
    let (mut machine, _) = in_popup(SignIn::new("app"));
    machine.message(0.0, ACCOUNTS, &json!({ "data": { "code": "c", "state": null } }));
    assert_eq!(reason(&machine), SignInError::StateMismatch);
}

#[test]
fn another_origin_is_not_listened_to() {
    let (mut machine, state) = in_popup(SignIn::new("app"));
    let by_page = callback(&format!("?code=c&state={state}"));
    let by_message = json!({ "data": { "code": "c", "state": state } });
    for (origin, message) in [
        (ACCOUNTS, &by_page),
        (OWN, &by_message),
        ("https://evil.example", &by_page),
        ("https://evil.example", &by_message),
        ("null", &by_message),
        (ACCOUNTS, &json!({ "data": null })),
        (OWN, &json!({ "unrelated": 1 })),
    ] {
        assert!(machine.message(0.0, origin, message).is_none());
        assert!(machine.needs_popup(), "{origin} {message}");
    }
    assert!(machine.message(0.0, OWN, &by_page).is_some());
    assert!(machine.message(0.0, OWN, &by_page).is_none(), "an answer counts once");
}

#[test]
fn a_popup_that_is_closed_or_open_for_too_long_ends_the_sign_in() {
    let (mut machine, state) = in_popup(SignIn::new("app").timeout(Duration::from_secs(60)));
    machine.look(500.0, false);
    machine.look(1000.0, true);
    assert!(machine.needs_popup(), "its message may be on its way");
    let message = callback(&format!("?code=c&state={state}"));
    assert!(machine.message(1001.0, OWN, &message).is_some());
    machine.look(1500.0, true);
    assert!(machine.state().is_signing_in(), "it has answered");

    let (mut machine, _) = in_popup(SignIn::new("app"));
    machine.look(500.0, true);
    machine.look(1000.0, true);
    assert_eq!(reason(&machine), SignInError::PopupClosed);

    let (mut machine, _) = in_popup(SignIn::new("app").timeout(Duration::from_secs(60)));
    machine.look(59_999.0, false);
    assert!(machine.needs_popup());
    machine.look(60_000.0, false);
    assert_eq!(reason(&machine), SignInError::TimedOut);
}

#[test]
fn refusals_are_typed() {
    for (code, error) in [("invalid_scope", Some(SignInError::ScopeNotAllowed)), ("access_denied", None)] {
        let (mut machine, _) = in_popup(SignIn::new("app"));
        machine.message(0.0, ACCOUNTS, &json!({ "error": { "oauth_exception": code } }));
        match error {
            Some(error) => assert_eq!(reason(&machine), error),
            None => assert!(matches!(reason(&machine), SignInError::Refused(refusal) if refusal.code == code)),
        }
        let (mut machine, state) = in_popup(SignIn::new("app"));
        machine.message(0.0, OWN, &callback(&format!("?error={code}&state={state}")));
        assert!(!machine.state().is_signing_in());
    }
}

#[test]
fn failures_of_the_exchange_are_typed() {
    for (response, error) in [
        (Response::Unreachable, SignInError::Network),
        (Response::Unreadable, SignInError::TokenEndpointBlocked),
        (Response::Answered { status: 502, body: None }, SignInError::Unavailable { status: 502 }),
        (Response::Answered { status: 200, body: None }, SignInError::WrongAnswer { what: "it is not a JSON object" }),
        (answered(200, json!([])), SignInError::WrongAnswer { what: "it is not a JSON object" }),
        (answered(200, json!({ "access_token": 7 })), SignInError::WrongAnswer { what: "it has no `expires_in`" }),
        (answered(403, json!({ "error": "invalid_scope" })), SignInError::ScopeNotAllowed),
    ] {
        let (mut machine, state) = in_popup(SignIn::new("app"));
        machine.message(0.0, OWN, &callback(&format!("?code=c&state={state}"))).unwrap();
        assert!(machine.answered(0.0, response).is_none());
        assert_eq!(reason(&machine), error);
        assert!(machine.can_begin());
    }
}

#[test]
fn the_other_kind_of_answer_is_refused() {
    let (mut machine, state) = in_popup(SignIn::new("app"));
    let message = callback(&format!("#access_token=t&expires_in=9&state={state}"));
    assert!(machine.message(0.0, OWN, &message).is_none());
    assert_eq!(reason(&machine), SignInError::WrongAnswer { what: "it has no `code`" });
    let (mut machine, state) = in_popup(SignIn::new("app").implicit());
    assert!(machine.message(0.0, OWN, &callback(&format!("?code=c&state={state}"))).is_none());
    assert!(matches!(reason(&machine), SignInError::WrongAnswer { .. }));
}

#[test]
fn a_redirect_comes_back_to_the_same_checks() {
    let attempt: Value = Attempt::known().to_value();
    let mut redirected = machine(SignIn::new("app"));
    let answer = json!({ "code": "c", "state": attempt["state"], "plugin_id": "abc" });
    assert!(redirected.returned(0.0, &attempt, &answer).is_some());
    for (attempt, answer) in
        [(attempt, json!({ "code": "c", "state": "other" })), (json!({}), json!({ "code": "c", "state": "" }))]
    {
        let mut redirected = machine(SignIn::new("app"));
        assert!(redirected.returned(0.0, &attempt, &answer).is_none());
        assert_eq!(reason(&redirected), SignInError::StateMismatch);
    }
}

/// Renews the machine's token with this response.
fn renew(machine: &mut Machine<Value>, now: f64, response: Response<Value>) -> TokenResult {
    let used = machine.used();
    machine.renewed(now, used.as_ref(), response);
    machine.result()
}

fn known(token: Token) -> TokenResult {
    match token {
        Token::Known(result) => result,
        Token::Renew => panic!("it has to be renewed"),
    }
}

#[test]
fn a_token_is_renewed_when_it_has_expired_or_was_refused() {
    let mut machine = signed_in();
    assert_eq!(machine.deadline(), Some(28_500_000.0));
    let token = known(machine.token(0.0, None)).unwrap();
    assert_eq!(token.as_str(), "dal:one");
    assert!(matches!(machine.token(0.0, Some(&token)), Token::Renew), "a 401");
    let older = AccessToken::new("dal:zero");
    assert_eq!(known(machine.token(0.0, Some(&older))), Ok(token), "it is another one by now");
    assert!(!machine.elapsed(28_499_999.0) && machine.elapsed(28_500_000.0));
    assert!(matches!(machine.token(28_800_000.0, None), Token::Renew));
    let used = machine.used();
    let request = machine.renewal(used.as_ref()).unwrap();
    assert_eq!(
        (member(&request, "refresh_token"), member(&request, "grant_type")),
        (Some("r1"), Some("refresh_token"))
    );
    let answer = json!({ "access_token": "dal:two", "refresh_token": "r2", "expires_in": 28800 });
    assert_eq!(renew(&mut machine, 28_800_000.0, answered(200, answer)).unwrap().as_str(), "dal:two");
    assert!(machine.renewal(used.as_ref()).is_none(), "the one that was used is renewed by now");
    let used = machine.used();
    assert_eq!(member(&machine.renewal(used.as_ref()).unwrap(), "refresh_token"), Some("r2"), "it rotates");
}

#[test]
fn a_failed_renewal_is_tried_again_and_a_refused_one_ends_the_sign_in() {
    let mut machine = signed_in();
    for (response, error) in [
        (Response::Unreachable, SignInError::Network),
        (Response::Answered { status: 503, body: None }, SignInError::Unavailable { status: 503 }),
        (answered(200, json!({})), SignInError::WrongAnswer { what: "it has no `access_token`" }),
    ] {
        assert_eq!(renew(&mut machine, 28_500_000.0, response), Err(error));
        assert_eq!(machine.deadline(), Some(28_530_000.0));
        assert!(known(machine.token(28_500_000.0, None)).is_ok(), "it is good for a while");
    }
    let refused = answered(401, json!({ "error": "unauthorized_client" }));
    assert_eq!(renew(&mut machine, 28_530_000.0, refused), Err(SignInError::Expired));
    assert_eq!(reason(&machine), SignInError::Expired);
    assert_eq!(known(machine.token(0.0, None)), Err(SignInError::Expired));
}

#[test]
fn the_answer_to_a_renewal_of_an_earlier_sign_in_is_dropped() {
    let mut machine = signed_in();
    let used = ("another".into(), AccessToken::new("dal:one"));
    machine.renewed(0.0, Some(&used), answered(200, json!({ "access_token": "dal:two" })));
    assert_eq!(machine.session().unwrap().token.as_str(), "dal:one");
    machine.sign_out();
    machine.renewed(0.0, Some(&used), answered(200, json!({ "access_token": "dal:two" })));
    assert_eq!(machine.state(), SignInState::SignedOut { reason: None });
}

#[test]
fn without_a_refresh_token_the_sign_in_ends_with_its_token() {
    let (mut machine, state) = in_popup(SignIn::new("app").implicit());
    let message = json!({ "data": {
        "access_token": "t", "state": state, "expires_in": 60, "scope": "a", "account_id": "acc", "organization_id": "org",
    } });
    assert!(machine.message(0.0, ACCOUNTS, &message).is_none());
    assert_eq!(machine.deadline(), Some(60_000.0));
    assert!(!machine.elapsed(60_000.0));
    assert_eq!(reason(&machine), SignInError::Expired);
}

#[test]
fn signing_out_revokes_this_token_and_nothing_else() {
    let mut machine = signed_in();
    let request = machine.sign_out().unwrap();
    assert_eq!((request.method, request.url.as_str()), ("DELETE", "https://accounts.livechat.com/v2/token"));
    assert_eq!(request.bearer.as_deref(), Some("dal:one"));
    assert_eq!(machine.state(), SignInState::SignedOut { reason: None });
    assert!(machine.sign_out().is_none());
    assert_eq!(known(machine.token(0.0, None)), Err(SignInError::NotSignedIn));
}

#[test]
fn the_newest_token_of_a_sign_in_is_taken_over() {
    let mut one = signed_in();
    let mut other = machine(SignIn::new("app"));
    other.adopt(0.0, one.session().cloned().unwrap());
    assert_eq!(other.state(), one.state());
    let older = one.session().cloned().unwrap();
    renew(&mut one, 0.0, answered(200, json!({ "access_token": "dal:two" }))).unwrap();
    other.adopt(0.0, one.session().cloned().unwrap());
    other.adopt(0.0, older);
    assert_eq!(other.session().unwrap().token.as_str(), "dal:two");

    let mut late = machine(SignIn::new("app"));
    let mut expired = one.session().cloned().unwrap();
    expired.value = expired.value.with_member("refresh_token", Value::Null);
    late.adopt(1e12, expired);
    assert_eq!(late.state(), SignInState::SignedOut { reason: None }, "an expired one that cannot be renewed");
}

#[test]
fn no_address_has_a_token_or_the_verifier_in_it() {
    let machine = signed_in();
    let used = machine.used();
    let requests = [machine.renewal(used.as_ref()).unwrap(), Request::revoke(&machine.options, "dal:one".to_owned())];
    for request in requests {
        assert!(!request.url.contains("dal") && !request.url.contains("r1") && !request.url.contains('?'));
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let token = prop_oneof![
        Just(json!("BwcHBwcHBwcHBwcHBwcHBw")),
        Just(json!("dal:one")),
        Just(Value::Null),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from)
    ];
    const NAMES: &[&str] = &[
        "state",
        "code",
        "access_token",
        "refresh_token",
        "expires_in",
        "scope",
        "scopes",
        "account_id",
        "organization_id",
        "error",
        "oauth_exception",
    ];
    let object = prop::collection::vec((prop::sample::select(NAMES), token), 0..8)
        .prop_map(|members| Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()));
    (object, 0..4_u8).prop_map(|(object, form)| match form {
        0 => json!({ "data": object }),
        1 => json!({ "error": object }),
        2 => json!({ "yewLivechatSignIn": object }),
        _ => object,
    })
}

proptest! {
    #[test]
    fn no_sequence_panics_or_signs_in_without_an_exchange(
        steps in prop::collection::vec((0..9_u8, any_value(), any::<bool>(), 0..700_u16, 0.0..1e9_f64), 0..24),
    ) {
        let (mut machine, _) = in_popup(SignIn::new("app"));
        let mut has_asked = false;
        for (step, value, flag, status, now) in steps {
            match step {
                0..=2 => {
                    let origin = if flag { OWN } else { ACCOUNTS };
                    has_asked |= machine.message(now, origin, &value).is_some();
                }
                3 | 4 => has_asked |= machine.answered(now, answered(status, value)).is_some(),
                5 => machine.look(now, flag),
                6 => drop(renew(&mut machine, now, answered(status, value))),
                7 => drop((machine.elapsed(now), machine.token(now, None), machine.deadline())),
                _ => if let Some(session) = Session::from_value(&value) { machine.adopt(now, session) },
            }
            prop_assert!(has_asked || machine.session().is_none());
        }
    }
}
