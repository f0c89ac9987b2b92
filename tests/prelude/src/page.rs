//! A page under a JavaScript engine.

use livechat_protocol::{LIKELY_HOSTS, TakeOver};
use rquickjs::{CatchResultExt, Context, Ctx, FromJs, Function, Runtime, context::EvalOptions};
use serde_json::{Value, json};

use crate::message::Message;

const WINDOW: &str = include_str!("window.js");
const PRELUDE: &str = include_str!("../../../static/prelude.js");

/// The page's environment before its prelude runs.
#[derive(Clone, Debug)]
pub struct Place {
    /// The address of the page, without its query.
    pub origin: String,
    /// Its query.
    pub search: String,
    /// The origin of the parent window, if the browser reveals it.
    pub ancestor: Option<String>,
    /// The origins that the page names.
    pub origins: Option<String>,
    /// The iframe's name.
    pub name: String,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            origin: "https://extension.example".to_owned(),
            search: "?plugin_id=abc".to_owned(),
            ancestor: None,
            origins: None,
            name: String::new(),
        }
    }
}

/// A message that the prelude has buffered.
#[derive(Clone, Debug, PartialEq)]
pub struct Buffered {
    /// The message.
    pub message: Message,
    /// Whether the prelude has answered it.
    pub answered: bool,
}

/// The prelude's result for the application.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The buffer, oldest first.
    pub buffered: Vec<Buffered>,
    /// Its other actions.
    pub take_over: TakeOver,
    /// Its version.
    pub version: String,
}

/// A page whose prelude has run.
pub struct Page {
    context: Context,
}

impl Page {
    /// Runs the prelude there.
    ///
    /// # Panics
    /// If it throws.
    #[must_use]
    pub fn new(place: &Place) -> Self {
        let context = Runtime::new().and_then(|runtime| Context::full(&runtime));
        let page = Self { context: context.unwrap_or_else(|error| panic!("no JavaScript engine: {error}")) };
        let Place { origin, search, ancestor, origins, name } = place;
        let described =
            json!({ "origin": origin, "search": search, "ancestor": ancestor, "origins": origins, "name": name });
        page.context.with(|context| {
            let parse = Function::new(context.clone(), parse_query);
            let set = parse.and_then(|parse| context.globals().set("parseQuery", parse));
            set.unwrap_or_else(|error| panic!("the engine takes no function: {error}"));
        });
        page.run::<()>(&format!("var page = {described};\n{WINDOW}"));
        page.run::<()>(PRELUDE);
        page
    }

    /// Delivers a message.
    pub fn deliver(&self, message: &Message) {
        let Message { origin, from_parent, is_trusted, data } = message;
        let text = json!({ "origin": origin, "from_parent": from_parent, "is_trusted": is_trusted, "data": data });
        self.run::<()>(&format!("deliver({})", Value::from(text.to_string())));
    }

    /// The application cannot start: does what static/start.js does then, except for the notice.
    pub fn fail(&self) {
        let likely = json!(LIKELY_HOSTS);
        let guesses = format!("location.ancestorOrigins.length ? location.ancestorOrigins : {likely}");
        self.run::<()>(&format!("yewLivechat.giveWay({guesses})"));
    }

    /// The messages that the prelude has posted since the last call, with their target origins.
    #[must_use]
    pub fn posted(&self) -> Vec<(String, Value)> {
        let Value::Array(posted) = self.json("takePosted()") else { return Vec::new() };
        posted.iter().map(|post| (text(&post["target"]), post["message"].clone())).collect()
    }

    /// Takes over from the prelude.
    ///
    /// # Panics
    /// If it still listens.
    #[must_use]
    pub fn take_over(&self) -> Left {
        let left = self.json("takeOver()");
        assert_eq!(left["listeners"], 0, "the prelude still listens");
        let buffered = left["buffered"].as_array().into_iter().flatten().map(|buffered| {
            let message = &buffered["message"];
            let message = Message {
                origin: text(&message["origin"]),
                from_parent: message["from_parent"] == true,
                is_trusted: message["is_trusted"] == true,
                data: message["data"].clone(),
            };
            Buffered { message, answered: buffered["answered"] == true }
        });
        Left {
            buffered: buffered.collect(),
            take_over: TakeOver {
                inited_at: left["inited_at"].as_array().into_iter().flatten().map(text).collect(),
                dropped: left["dropped"].as_u64().unwrap_or_default(),
            },
            version: text(&left["version"]),
        }
    }

    /// A launch parameter, as the application reads it.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.json(&format!("JSON.stringify(yewLivechat.query.get({}))", Value::from(name))).as_str().map(str::to_owned)
    }

    /// The iframe's name, after the prelude has run.
    #[must_use]
    pub fn name(&self) -> String {
        self.run("name")
    }

    fn json(&self, expression: &str) -> Value {
        let text: String = self.run(expression);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("`{expression}` is no JSON: {error}"))
    }

    /// Runs a script like a page's script: not strict.
    fn run<T: for<'js> FromJs<'js>>(&self, script: &str) -> T {
        self.context.with(|context: Ctx<'_>| {
            let mut options = EvalOptions::default();
            options.strict = false;
            let result = context.eval_with_options(script, options).catch(&context);
            result.unwrap_or_else(|error| panic!("the script threw: {error}"))
        })
    }
}

/// A query's parameters as a browser parses them, as a list of pairs in JSON.
fn parse_query(query: String) -> String {
    let query = query.strip_prefix('?').unwrap_or(&query);
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).map(|(name, value)| json!([name, value])).collect();
    Value::from(pairs).to_string()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
