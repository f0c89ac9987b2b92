//! Sign in with LiveChat: the popup, the server, the storage and the other placements. The popup is an iframe of the
//! test, whose window belongs to another realm, and the accounts server is at the test's own origin.

use browser_tests::frame::{Frame, run_in};
use js_sys::Function;
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{platform::spawn_local, prelude::*};
use yew_livechat::{
    prelude::*,
    testing::{Answer, FakeAccounts, FakeServer, Mounted, mount, until},
};

/// Shows the account or the button, and a token on request.
#[component]
fn App() -> Html {
    let sign_in = use_sign_in();
    let token = use_state(String::new);
    let Some(account) = sign_in.account() else { return html! { <SignInButton /> } };
    let scopes: Vec<_> = account.scopes().collect();
    let shown = format!("Hello {} of {}, {scopes:?}", account.account_id, account.organization_id);
    let get = {
        let (sign_in, token) = (sign_in.clone(), token.clone());
        move |_| {
            let (sign_in, token) = (sign_in.clone(), token.clone());
            spawn_local(async move {
                token.set(match sign_in.token().await {
                    Ok(text) => format!("Token {}", text.as_str()),
                    Err(error) => format!("No token: {error}"),
                });
            });
        }
    };
    let refused = {
        let (sign_in, token) = (sign_in.clone(), token.clone());
        move |_| {
            let (sign_in, token) = (sign_in.clone(), token.clone());
            spawn_local(async move {
                let old = sign_in.token().await.unwrap();
                token.set(format!("Token {}", sign_in.token_after(&old).await.unwrap().as_str()));
            });
        }
    };
    let out = move |_| sign_in.sign_out();
    html! {
        <>
            <p>{ shown }</p>
            <p>{ &*token }</p>
            <Button onclick={get}>{ "Get a token" }</Button>
            <Button onclick={refused}>{ "After a 401" }</Button>
            <Button onclick={out}>{ "Sign out" }</Button>
        </>
    }
}

const BUTTON: &str = "Sign in with LiveChat";

fn javascript(script: &str) -> JsValue {
    Function::new_no_args(script).call0(&JsValue::NULL).unwrap()
}

fn text(script: &str) -> String {
    javascript(script).as_string().unwrap_or_default()
}

fn options(client: &str) -> SignIn {
    SignIn::new(client).accounts_url(text("return location.origin"))
}

async fn app(options: SignIn) -> Mounted {
    // As in the page's head.
    if javascript("return typeof yewLivechatSignIn") == "undefined" {
        js_sys::eval(include_str!("../../../static/sign-in.js")).unwrap();
    }
    mount::<App>(Extension::details().sign_in(options)).await
}

/// The return value of `window.open`.
struct Popup(Frame);

impl Popup {
    async fn new() -> Self {
        let frame = Frame::new().await;
        let replace = Function::new_with_args(
            "popup",
            "window.wholeOpen ??= window.open;
             window.opened = [];
             window.open = (...args) => { window.opened.push(args); return popup };",
        );
        replace.call1(&JsValue::NULL, &frame.window()).unwrap();
        Self(frame)
    }

    /// The address of LiveChat's page, once the popup has it.
    async fn url() -> String {
        until("the popup is at LiveChat", || text("return window.opened.at(-1)[0]") != "about:blank").await;
        text("return window.opened.at(-1)[0]")
    }

    /// A parameter of that address.
    async fn parameter(name: &str) -> String {
        Self::url().await;
        text(&format!("return new URL(window.opened.at(-1)[0]).searchParams.get('{name}')"))
    }

    /// The state of the latest sign-in, which is also the popup's name.
    fn state() -> String {
        text("return window.opened.at(-1)[1]")
    }

    /// Posts this to the opener, like the page in the popup.
    fn post(&self, message: &Value) {
        let argument = js_sys::JSON::parse(&message.to_string()).unwrap();
        run_in(&self.0.window(), "parent.postMessage(argument, '*')", &argument);
    }

    /// The callback page's message for this code.
    fn answer_with_code(&self) {
        self.post(&json!({ "yewLivechatSignIn": { "code": "dal%3Ac", "state": Self::state() } }));
    }
}

impl Drop for Popup {
    fn drop(&mut self) {
        javascript("window.open = window.wholeOpen");
    }
}

fn tokens(number: u32) -> Value {
    json!({
        "access_token": format!("dal:{number}"), "refresh_token": format!("r{number}"), "expires_in": 28800,
        "scope": "chats--all:ro,customers:ro", "account_id": "ann", "organization_id": "org", "token_type": "Bearer",
    })
}

/// Stores a sign-in as an earlier page would have left it.
fn store(options: &str, expires_in: i32) {
    javascript(&format!(
        "const now = Date.now();
         sessionStorage.setItem('yew-livechat sign-in {options} ' + location.origin, JSON.stringify({{
             id: 'id', number: 0, access_token: 'dal:0', refresh_token: 'r0', account_id: 'ann', organization_id: 'org',
             scope: 'a', expires_at: now + {expires_in}, lifetime: 28800000, renew_at: now + 10000000,
         }}))"
    ));
}

fn stored(client: &str) -> String {
    text(&format!("return sessionStorage.getItem('yew-livechat sign-in {client} ' + location.origin)"))
}

/// Signs in, and leaves the app signed in with the first tokens.
async fn signed_in(server: &FakeServer, popup: &Popup, page: &Mounted) {
    page.click(BUTTON).await;
    popup.answer_with_code();
    server.answer("POST /v2/token", tokens(1)).await;
    page.shows("Hello ann of org").await;
}

#[wasm_bindgen_test]
async fn a_click_opens_the_popup_in_its_own_task_and_a_code_becomes_a_token() {
    let (server, popup) = (FakeServer::start(), Popup::new().await);
    let page = app(options("code")).await;
    javascript("document.querySelector('.lc-button-primary').click()");
    assert_eq!(text("return window.opened.map(([address]) => address).join()"), "about:blank", "in the click's task");
    let url = Popup::url().await;
    assert!(url.contains("&response_type=code&") && url.contains("&code_challenge_method=S256"), "{url}");
    assert_eq!(Popup::parameter("state").await, Popup::state());
    assert_eq!((Popup::state().len(), Popup::parameter("code_challenge").await.len()), (22, 43));
    until("it is busy", || page.html().contains("aria-busy=\"true\"")).await;
    popup.answer_with_code();
    let request = server.request("POST /v2/token").await;
    let sent = request.json().await;
    assert_eq!(
        (&sent["grant_type"], &sent["code"], &sent["client_id"]),
        (&json!("authorization_code"), &json!("dal:c"), &json!("code"))
    );
    assert_eq!(sent["redirect_uri"], json!(Popup::parameter("redirect_uri").await));
    assert_eq!(sent["code_verifier"].as_str().map(str::len), Some(43));
    assert_eq!(request.header("authorization"), None);
    server.answer("POST /v2/token", tokens(1)).await;
    page.shows("Hello ann of org, [\"chats--all:ro\", \"customers:ro\"]").await;
    page.click("Get a token").await;
    page.shows("Token dal:1").await;
    assert_eq!(server.waiting(), 0);

    // The host replaces the iframe.
    drop(page);
    let page = app(options("code")).await;
    page.shows("Hello ann of org").await;
    page.click("Get a token").await;
    page.shows("Token dal:1").await;
    assert_eq!(server.waiting(), 0);
}

/// The octets of RFC 7636, appendix B, instead of random numbers.
#[wasm_bindgen_test]
async fn the_challenge_is_the_one_of_rfc_7636() {
    let (server, popup) = (FakeServer::start(), Popup::new().await);
    let page = app(options("vector")).await;
    javascript(
        "const octets = [116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105,
             214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121];
         crypto.getRandomValues = (bytes) => (bytes.set(octets.slice(0, bytes.length)), bytes)",
    );
    page.click(BUTTON).await;
    javascript("delete crypto.getRandomValues");
    assert_eq!(Popup::parameter("code_challenge").await, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    popup.answer_with_code();
    let sent = server.request("POST /v2/token").await.json().await;
    assert_eq!(sent["code_verifier"], json!("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    server.answer("POST /v2/token", tokens(1)).await;
    page.shows("Hello ann of org").await;
}

#[wasm_bindgen_test]
async fn two_sign_ins_have_two_states() {
    let _popup = Popup::new().await;
    let mut states = Vec::new();
    for _ in 0..2 {
        let page = app(options("states")).await;
        page.click(BUTTON).await;
        states.push((Popup::parameter("state").await, Popup::parameter("code_challenge").await));
    }
    assert_ne!(states[0].0, states[1].0);
    assert_ne!(states[0].1, states[1].1);
}

#[wasm_bindgen_test]
async fn values_that_the_accounts_page_sends_as_null_are_asked_for() {
    let (server, popup) = (FakeServer::start(), Popup::new().await);
    let page = app(options("nulls").implicit()).await;
    page.click(BUTTON).await;
    let url = Popup::url().await;
    assert!(url.contains("response_type=token") && !url.contains("code_challenge"), "{url}");
    popup.post(&json!({ "data": { "access_token": "dal%3At", "state": Popup::state(), "scope": null } }));
    let request = server.request("GET /v2/info").await;
    assert_eq!(request.header("authorization").as_deref(), Some("Bearer dal:t"));
    server
        .answer("/v2/info", json!({ "expires_in": 60, "scope": "a", "account_id": "ann", "organization_id": "org" }))
        .await;
    page.shows("Hello ann of org, [\"a\"]").await;
}

#[wasm_bindgen_test]
async fn only_the_popup_is_listened_to() {
    let (server, popup) = (FakeServer::start(), Popup::new().await);
    let other = Popup(Frame::new().await);
    let page = app(options("windows")).await;
    page.click(BUTTON).await;
    other.answer_with_code();
    // A script's event does not come from the browser.
    javascript(
        "dispatchEvent(new MessageEvent('message', { data: { yewLivechatSignIn: { code: 'c', state: 'x' } } }))",
    );
    for noise in [json!(null), json!("x"), json!({ "data": null }), json!([1])] {
        popup.post(&noise);
    }
    popup.answer_with_code();
    server.answer("POST /v2/token", tokens(1)).await;
    page.shows("Hello ann").await;
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn an_answer_with_another_state_is_refused() {
    let (server, popup) = (FakeServer::start(), Popup::new().await);
    let page = app(options("state")).await;
    page.click(BUTTON).await;
    popup.post(&json!({ "yewLivechatSignIn": { "code": "c", "state": "another" } }));
    page.shows("The answer does not belong to this sign-in; try again.").await;
    assert_eq!(server.waiting(), 0);
    signed_in(&server, &popup, &page).await;
}

#[wasm_bindgen_test]
async fn a_blocked_popup_is_a_reason() {
    let _popup = Popup::new().await;
    let page = app(options("blocked")).await;
    javascript("window.open = () => null");
    page.click(BUTTON).await;
    page.shows("The browser blocked the sign-in window; allow pop-ups and try again.").await;
}

#[wasm_bindgen_test]
async fn a_closed_popup_is_a_reason() {
    let popup = Popup::new().await;
    let page = app(options("closed")).await;
    page.click(BUTTON).await;
    drop(popup);
    page.shows("The sign-in window was closed too early; try again.").await;
}

#[wasm_bindgen_test]
async fn a_refusal_is_a_reason_in_words() {
    let popup = Popup::new().await;
    let page = app(options("refused")).await;
    page.click(BUTTON).await;
    popup.post(&json!({ "error": { "oauth_exception": "access_denied" } }));
    page.shows("Access was refused; accept it on LiveChat's page to continue (access_denied).").await;
    page.click(BUTTON).await;
    popup.post(&json!({ "error": { "oauth_exception": "invalid_scope" } }));
    page.shows("Your role in LiveChat does not allow this sign-in; ask an administrator to sign in.").await;
}

#[wasm_bindgen_test]
async fn failures_of_the_exchange_are_told_apart() {
    let (server, popup) = (FakeServer::start(), Popup::new().await);
    let page = app(options("failures")).await;
    for (answers, reason) in [
        (vec![("POST", Answer::NoNetwork), ("GET", Answer::NoNetwork)], "LiveChat cannot be reached"),
        (vec![("POST", Answer::NoNetwork), ("GET", json!({}).into())], "try `SignIn::implicit`"),
        (vec![("POST", Answer::Text(502, "<html>Bad gateway".to_owned()))], "LiveChat answered with status 502"),
        (vec![("POST", Answer::Text(200, String::new()))], "it is not a JSON object"),
        (vec![("POST", json!({ "access_token": 7, "expires_in": "soon" }).into())], "it has no `expires_in`"),
        (vec![("POST", (401, json!({ "error": "invalid_grant" })).into())], "(invalid_grant)"),
    ] {
        page.click(BUTTON).await;
        popup.answer_with_code();
        for (method, answer) in answers {
            server.answer(&format!("{method} /v2/token"), answer).await;
        }
        page.shows(reason).await;
    }
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn two_placements_renew_a_token_once() {
    let server = FakeServer::start();
    store("together", -1);
    let (one, other) = (app(options("together")).await, app(options("together")).await);
    one.click("Get a token").await;
    other.click("Get a token").await;
    let request = server.request("POST /v2/token").await;
    let sent = request.json().await;
    assert_eq!((&sent["grant_type"], &sent["refresh_token"]), (&json!("refresh_token"), &json!("r0")));
    server.answer("POST /v2/token", tokens(1)).await;
    one.shows("Token dal:1").await;
    other.shows("Token dal:1").await;
    assert_eq!(server.waiting(), 0, "the refresh token is used once");

    // Both know the rotated token.
    other.click("After a 401").await;
    assert_eq!(server.request("POST /v2/token").await.json().await["refresh_token"], "r1");
    server.answer("POST /v2/token", tokens(2)).await;
    other.shows("Token dal:2").await;
    one.click("Get a token").await;
    one.shows("Token dal:2").await;
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn a_refused_renewal_ends_the_sign_in() {
    let server = FakeServer::start();
    store("ended", -1);
    let page = app(options("ended")).await;
    page.click("Get a token").await;
    server.answer("POST /v2/token", (401, json!({ "error": "unauthorized_client" }))).await;
    page.shows("The sign-in has expired; sign in again.").await;
    assert_eq!(stored("ended"), "");
}

#[wasm_bindgen_test]
async fn signing_out_revokes_the_token_and_signs_the_other_placement_out() {
    let server = FakeServer::start();
    store("out", 1_000_000);
    let (one, other) = (app(options("out")).await, app(options("out")).await);
    one.shows("Hello ann").await;
    one.click("Sign out").await;
    one.shows(BUTTON).await;
    other.shows(BUTTON).await;
    let request = server.request("DELETE /v2/token").await;
    assert_eq!(request.header("authorization").as_deref(), Some("Bearer dal:0"));
    server.answer("DELETE /v2/token", json!({})).await;
    assert_eq!((server.waiting(), stored("out").as_str()), (0, ""));
}

/// Blocks `sessionStorage`, as browsers do in third-party iframes, until it is dropped.
struct Blocked;

impl Blocked {
    fn new() -> Self {
        javascript(
            "window.wholeSession = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
             Object.defineProperty(window, 'sessionStorage', {
                 configurable: true,
                 get() { throw new DOMException('Access is denied', 'SecurityError') },
             })",
        );
        Self
    }
}

impl Drop for Blocked {
    fn drop(&mut self) {
        javascript("Object.defineProperty(window, 'sessionStorage', window.wholeSession)");
    }
}

#[wasm_bindgen_test]
async fn with_storage_blocked_the_placements_ask_each_other() {
    let (server, popup, _blocked) = (FakeServer::start(), Popup::new().await, Blocked::new());
    let early = app(options("memory")).await;
    let page = app(options("memory")).await;
    javascript("[...document.querySelectorAll('.lc-button-primary')].at(-1).click()");
    popup.answer_with_code();
    server.answer("POST /v2/token", tokens(1)).await;
    page.shows("Hello ann of org").await;
    early.shows("Hello ann of org").await;
    let late = app(options("memory")).await;
    late.shows("Hello ann of org").await;
    for page in [&early, &page, &late] {
        page.click("After a 401").await;
    }
    server.answer("POST /v2/token", tokens(2)).await;
    for page in [&early, &page, &late] {
        page.shows("Token dal:2").await;
    }
    assert_eq!(server.waiting(), 0);
}

#[wasm_bindgen_test]
async fn a_redirect_comes_back_with_its_code_and_the_address_before() {
    let server = FakeServer::start();
    let before = text("return location.search + location.hash");
    javascript(
        "sessionStorage.setItem('yew-livechat sign-in back ' + location.origin + ' s1',
             JSON.stringify({ state: 's1', verifier: 'v1', redirect_uri: 'https://extension.example/page', return_to: '?plugin_id=abc#/orders' }));
         history.replaceState(null, '', '?code=dal%3Ac&state=s1')",
    );
    let page = app(options("back")).await;
    assert_eq!(text("return location.search + location.hash"), "?plugin_id=abc#/orders");
    let sent = server.request("POST /v2/token").await.json().await;
    assert_eq!(
        (&sent["code_verifier"], &sent["redirect_uri"]),
        (&json!("v1"), &json!("https://extension.example/page"))
    );
    server.answer("POST /v2/token", tokens(1)).await;
    page.shows("Hello ann of org").await;
    assert_eq!(text("return sessionStorage.getItem('yew-livechat sign-in back ' + location.origin + ' s1')"), "");
    javascript(&format!("history.replaceState(null, '', location.pathname + {before:?})"));
}

#[wasm_bindgen_test]
async fn a_redirect_that_comes_back_with_storage_blocked_finds_its_attempt_in_the_name() {
    let (server, _blocked) = (FakeServer::start(), Blocked::new());
    let before = text("return location.search + location.hash");
    javascript(
        "window.wholeName = name;
         name = '?plugin_id=abc&yew_livechat_sign_in=' + encodeURIComponent(JSON.stringify(
             { state: 's2', verifier: 'v2', redirect_uri: 'https://extension.example/', return_to: '?plugin_id=abc' }));
         history.replaceState(null, '', '?code=c&state=s2')",
    );
    let page = app(options("name")).await;
    assert_eq!(text("return location.search"), "?plugin_id=abc");
    assert_eq!(text("return name"), "?plugin_id=abc&yew_livechat_sign_in=-", "the secrets are gone, the launch is not");
    assert_eq!(server.request("POST /v2/token").await.json().await["code_verifier"], "v2");
    server.answer("POST /v2/token", tokens(1)).await;
    page.shows("Hello ann of org").await;
    javascript(&format!("name = window.wholeName; history.replaceState(null, '', location.pathname + {before:?})"));
}

#[wasm_bindgen_test]
async fn a_redirect_that_comes_back_without_an_answer_is_a_reason() {
    javascript(
        "sessionStorage.setItem('yew-livechat sign-in lost ' + location.origin + ' redirected', location.pathname)",
    );
    let page = app(options("lost")).await;
    page.shows("LiveChat did not complete the sign-in; try again.").await;
}

#[wasm_bindgen_test]
async fn a_page_without_the_script_is_a_reason() {
    drop(app(options("script")).await);
    javascript("window.wholeScript = yewLivechatSignIn; delete window.yewLivechatSignIn");
    let page = mount::<App>(Extension::details().sign_in(options("script"))).await;
    javascript("window.yewLivechatSignIn = wholeScript");
    page.click(BUTTON).await;
    page.shows("The page does not include static/sign-in.js; add it to index.html.").await;
}

#[wasm_bindgen_test]
async fn a_test_signs_an_agent_in_as_it_wants() {
    let accounts = FakeAccounts::new();
    let page = mount::<App>(Extension::details().signs_in_at(&accounts)).await;
    page.click(BUTTON).await;
    assert_eq!(accounts.asked(), 1);
    accounts.signed_in(Account::new("ann", "org"));
    page.shows("Hello ann of org").await;
    page.click("After a 401").await;
    page.shows("Token test:token-2").await;
    accounts.signed_out(Some(SignInError::Expired));
    page.shows("The sign-in has expired; sign in again.").await;
}
