//! A browser for one sign-in.
#![allow(clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use rquickjs::{Context, Ctx, Runtime, context::EvalOptions};
use serde_json::{Value, json};

pub(super) const OWN: &str = "https://extension.example";
pub(super) const ACCOUNTS: &str = "https://accounts.livechat.com";
/// The state and the verifier that this browser's random numbers make.
pub(super) const STATE: &str = "BwcHBwcHBwcHBwcHBwcHBw";
pub(super) const VERIFIER: &str = "CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk";

/// A browser in which an extension signs in.
pub(super) struct World {
    runtime: Runtime,
    context: Context,
}

/// A request of the script that has not been answered.
pub(super) struct Request(Value);

impl World {
    /// A page with these options, after this script has prepared the browser.
    pub(super) fn new(options: &Value, prepare: &str) -> Self {
        let runtime = Runtime::new().unwrap();
        let world = Self { context: Context::full(&runtime).unwrap(), runtime };
        world.run(include_str!("world.js"));
        world.run(prepare);
        world.run(include_str!("../../../../static/sign-in.js"));
        world.run(&format!("var io = yewLivechatSignIn({options}, (...report) => reports.push(report)); io.start()"));
        world
    }

    /// A page of the app `app`.
    pub(super) fn of_app() -> Self {
        Self::new(&json!({ "client_id": "app" }), "")
    }

    /// A page whose popup is open.
    pub(super) fn in_popup(options: &Value) -> Self {
        let world = Self::new(options, "");
        world.run("io.sign_in(false)");
        assert_eq!(world.phase(), "SIGNING_IN");
        world
    }

    /// A page that has asked for a token, as after a code from the popup.
    pub(super) fn exchanging() -> Self {
        let world = Self::in_popup(&json!({ "client_id": "app" }));
        world.callback(&json!({ "code": "dal%3Ac", "state": STATE }));
        world
    }

    /// A page that is signed in since time 0.
    pub(super) fn signed_in() -> Self {
        let world = Self::exchanging();
        world.answer(200, &tokens());
        assert_eq!(world.phase(), "SIGNED_IN");
        world
    }

    /// Runs a script, and everything that it has made ready to run.
    pub(super) fn run(&self, script: &str) {
        self.context.with(|context: Ctx<'_>| {
            let mut options = EvalOptions::default();
            options.strict = false;
            if context.eval_with_options::<rquickjs::Value, _>(script, options).is_err() {
                panic!("{:?} in {script}", context.catch());
            }
        });
        while self.runtime.execute_pending_job().unwrap() {}
    }

    /// The value of an expression.
    pub(super) fn value(&self, expression: &str) -> Value {
        let text: String =
            self.context.with(|context| context.eval(format!("JSON.stringify(({expression}) ?? null)")).unwrap());
        serde_json::from_str(&text).unwrap()
    }

    /// Lets this many milliseconds pass.
    pub(super) fn pass(&self, milliseconds: f64) {
        self.run(&format!("var until = now + {milliseconds}, isDue"));
        loop {
            self.run("isDue = step(until)");
            if self.value("isDue") == false {
                break;
            }
        }
    }

    /// A message from the popup.
    pub(super) fn message(&self, origin: &str, data: &Value) {
        let event = format!("{{ isTrusted: true, source: popup, origin: {origin:?}, data: {data} }}");
        self.run(&format!("dispatch('message', {event})"));
    }

    /// The callback page's message.
    pub(super) fn callback(&self, answer: &Value) {
        self.message(OWN, &json!({ "yewLivechatSignIn": answer }));
    }

    /// A message from another iframe.
    pub(super) fn hear(&self, data: &Value) {
        self.run(&format!("channel.onmessage({{ data: {data} }})"));
    }

    /// The oldest unanswered request.
    pub(super) fn request(&self) -> Request {
        let request = self.value("requests[0] && { ...requests[0], body: JSON.parse(requests[0].body ?? 'null') }");
        assert!(request.is_object(), "there is no request");
        Request(request)
    }

    pub(super) fn has_request(&self) -> bool {
        self.value("requests.length") != 0
    }

    /// Answers that request.
    pub(super) fn answer(&self, status: u16, body: &Value) {
        self.answer_text(status, &body.to_string());
    }

    pub(super) fn answer_text(&self, status: u16, body: &str) {
        let body = Value::from(body);
        self.run(&format!("requests.shift().resolve({{ status: {status}, text: async () => {body} }})"));
    }

    /// Lets that request fail, as without a network or without CORS headers.
    pub(super) fn fail(&self) {
        self.run("requests.shift().reject()");
    }

    /// Requests a token.
    pub(super) fn ask_for_token(&self, refused: Option<&str>) {
        self.run(&format!("io.token({}).then((token) => tokens.push(token))", json!(refused)));
    }

    /// The results of those requests since the last call: tokens, or names of reasons.
    pub(super) fn tokens(&self) -> Vec<String> {
        let tokens = self.value("tokens.splice(0)");
        let name = |token: &Value| token.as_str().map_or_else(|| named(token), str::to_owned);
        tokens.as_array().unwrap().iter().map(name).collect()
    }

    /// The latest report.
    pub(super) fn report(&self) -> Value {
        self.value("reports.at(-1) ?? [0, 0, '', '', '']")
    }

    /// The latest report's name in the script, with its number or text if it has one.
    pub(super) fn phase(&self) -> String {
        named(&self.report())
    }

    /// The stored sign-in.
    pub(super) fn stored(&self) -> Value {
        self.value("JSON.parse(stored['yew-livechat sign-in app https://accounts.livechat.com'] ?? 'null')")
    }

    /// What was posted to the other iframes since the last call.
    pub(super) fn posted(&self) -> Value {
        self.value("posted.splice(0)")
    }
}

impl Request {
    /// The method and the address.
    pub(super) fn to(&self) -> String {
        format!("{} {}", self.0["method"].as_str().unwrap_or_default(), self.0["url"].as_str().unwrap())
    }

    pub(super) fn body(&self) -> &Value {
        &self.0["body"]
    }

    pub(super) fn bearer(&self) -> Option<&str> {
        self.0["headers"]["authorization"].as_str()?.strip_prefix("Bearer ")
    }
}

/// A complete answer to an exchange.
pub(super) fn tokens() -> Value {
    json!({
        "access_token": "dal:one", "refresh_token": "r1", "expires_in": 28800, "scope": "chats--all:ro,customers:ro",
        "account_id": "acc", "organization_id": "org", "token_type": "Bearer",
    })
}

/// The object with this member replaced.
pub(super) fn with(object: &Value, name: &str, value: Value) -> Value {
    let mut object = object.clone();
    object[name] = value;
    object
}

/// A report's name in the script, its number, and a refusal's texts.
fn named(report: &Value) -> String {
    const NAMES: [&str; 18] = [
        "SIGNED_OUT",
        "SIGNING_IN",
        "SIGNED_IN",
        "POPUP_BLOCKED",
        "POPUP_CLOSED",
        "TIMED_OUT",
        "REFUSED",
        "SCOPE_NOT_ALLOWED",
        "STATE_MISMATCH",
        "NETWORK",
        "TOKEN_ENDPOINT_BLOCKED",
        "UNAVAILABLE",
        "WRONG_ANSWER",
        "EXPIRED",
        "REDIRECT_UNFINISHED",
        "STORAGE_BLOCKED",
        "NOT_SIGNED_IN",
        "INSECURE_PAGE",
    ];
    let name = NAMES[usize::try_from(report[0].as_u64().unwrap()).unwrap()];
    let more = match name {
        "REFUSED" => [report[2].as_str().unwrap(), report[3].as_str().unwrap()].join(" "),
        "UNAVAILABLE" | "WRONG_ANSWER" => report[1].to_string(),
        _ => String::new(),
    };
    format!("{name} {more}").trim().to_owned()
}
