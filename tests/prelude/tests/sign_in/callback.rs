//! The page to which LiveChat redirects the agent.
#![allow(clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use rquickjs::{Context, Ctx, Runtime, context::EvalOptions};
use serde_json::{Value, json};

const SIGN_IN: &str = include_str!("../../../../static/sign-in.js");
const START: &str = include_str!("../../../../static/start.js");

/// The parts of a window that the two scripts use. `document` has a body after parsing; then `load` is fired.
const WINDOW: &str = r#"
var self = globalThis, window = globalThis, seen = [], listeners = [], timers = [];
var parent = page.framed ? {} : self;
var opener = page.opener ? { postMessage: (message, target) => seen.push({ message, target }) } : null;
var location = { search: page.search, hash: page.hash, pathname: "/page", origin: "https://extension.example", hostname: "extension.example" };
var history = { replaceState: (state, title, url) => seen.push({ url }) };
var close = () => seen.push("close");
var console = { error: (...said) => seen.push(said.join(" ")), warn: (...said) => seen.push(said.join(" ")) };
var document = { body: { textContent: "" }, documentElement: { setAttribute() {} }, querySelector: (selector) => (page.metas[selector] ? { content: page.metas[selector] } : null) };
var addEventListener = (type, listener) => ["DOMContentLoaded", "load"].includes(type) && listeners.push(listener);
var setTimeout = () => 0;
var innerHeight = 700;
var URLSearchParams = class {
  constructor(query) { this.pairs = query.split("&").filter((pair) => pair).map((pair) => {
    const [name, ...value] = pair.split("=");
    return [name, decodeURIComponent(value.join("="))];
  }); }
  get(name) { return this.pairs.find(([other]) => other === name)?.[1] ?? null; }
  [Symbol.iterator]() { return this.pairs[Symbol.iterator](); }
};
"#;

/// Runs both scripts and Trunk's in a window with this address. Returns their actions, and the text of the page.
fn window(address: &str, more: &Value) -> (Value, String, bool) {
    let (search, hash) = match address.split_once('#') {
        Some((search, hash)) => (search, format!("#{hash}")),
        None => (address, String::new()),
    };
    let mut page = json!({ "search": search, "hash": hash, "opener": true, "framed": false, "metas": {} });
    page.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let context = Context::full(&Runtime::new().unwrap()).unwrap();
    context.with(|context: Ctx<'_>| {
        let run = |script: &str| {
            let mut options = EvalOptions::default();
            options.strict = false;
            context.eval_with_options::<(), _>(script, options).unwrap();
        };
        run(&format!("var page = {page};\n{WINDOW}"));
        run(SIGN_IN);
        run(START);
        run("yewLivechat.start(() => (seen.push('started'), new Promise(() => {})))");
        run("listeners.forEach((listener) => listener())");
        let seen: String = context.eval("JSON.stringify(seen)").unwrap();
        let has_io = context.eval("typeof yewLivechatSignIn === 'function'").unwrap();
        (serde_json::from_str(&seen).unwrap(), context.eval("document.body.textContent").unwrap(), has_io)
    })
}

#[test]
fn an_answer_goes_to_the_opener_of_the_same_origin_and_the_application_does_not_start() {
    for (address, answer) in [
        ("?code=dal%3Ac&state=s1", json!({ "code": "dal:c", "state": "s1" })),
        (
            "#access_token=fra-a%3At+u&expires_in=28800&state=s1",
            json!({ "access_token": "fra-a:t+u", "expires_in": "28800", "state": "s1" }),
        ),
        ("?error=access_denied&state=s1", json!({ "error": "access_denied", "state": "s1" })),
        ("?code=c&state=", json!({ "code": "c", "state": "" })),
        ("?code=c&code=d&state=s1", json!({ "code": "c", "state": "s1" })),
    ] {
        let (seen, text, _) = window(address, &json!({}));
        let posted = json!({ "message": { "yewLivechatSignIn": answer }, "target": "https://extension.example" });
        assert_eq!(seen, json!([{ "url": "/page" }, posted, "close"]), "{address}");
        assert_eq!(text, "You can close this window.");
    }
}

#[test]
fn an_answer_whose_opener_is_gone_stays_out_of_the_address_and_says_so() {
    let (seen, text, _) = window("?code=c&state=s1", &json!({ "opener": false }));
    assert_eq!(seen, json!([{ "url": "/page" }]));
    assert_eq!(text, "The extension that opened this window is gone. Close this window and sign in again.");
    let metas = json!({ "meta[name=livechat-sign-in-lost]": "Weg.", "meta[name=livechat-sign-in-done]": "Fertig." });
    assert_eq!(window("?code=c&state=s1", &json!({ "opener": false, "metas": metas.clone() })).1, "Weg.");
    assert_eq!(window("?code=c&state=s1", &json!({ "metas": metas })).1, "Fertig.");
}

#[test]
fn any_other_page_starts_as_ever() {
    for address in ["", "?plugin_id=a&theme=dark", "?code=c", "?state=s1", "?code=&state=s1", "#/orders?x=1"] {
        let (seen, text, has_io) = window(address, &json!({}));
        assert_eq!((seen, text.as_str(), has_io), (json!(["started"]), "", true), "{address}");
    }
    let (seen, _, has_io) = window("?code=c&state=s1", &json!({ "framed": true }));
    assert_eq!((seen, has_io), (json!(["started"]), true), "in an iframe the application takes the answer itself");
}
