//! An extension in a host page, in headless Chromium: the host is `Line` of livechat-protocol, and the browser only
//! carries its messages.
//!
//! One loop does everything, so that what happens is a sequence: it receives a message of the browser, sends the
//! responses that have arrived on the simulated network, and lets time pass for the host.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use base64::{Engine, engine::general_purpose::STANDARD};
use livechat_protocol::{Answering, Driver, Faults, HostOutput, Line, LineOutput, RawEvent, RemoteError, Theme};
use serde_json::{Value, json};

use super::browser::{Chromium, Connection, Event, Message};
use super::seen::{Seen, Sent, Violation};
use super::site::{Arrivals, Network, ORIGIN, Response, Site};
use crate::prelude::*;

/// The Agent App's origin.
pub(super) const AGENT_APP: &str = "https://my.livechatinc.com";
/// An origin that only looks like it.
pub(super) const STRANGER: &str = "https://my.livechatinc.com.stranger.example";

const HOST_PAGE: &str = include_str!("page/host.html");
const OBSERVER: &str = include_str!("page/observer.js");
const INSPECTOR: &str = include_str!("page/inspector.js");

/// The name of the function with which pages report.
const BINDING: &str = "livechatCheck";

/// How long the browser may take for an answer on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Commands that a person does not see fail: reports, and what the extension does by itself.
const UNSEEN: [&str; 8] = [
    "customer_details_section",
    "plugin_inited",
    "plugin_loaded",
    "set_fullscreen_widget_notification_badge",
    "set_toast",
    "track",
    "update_properties",
    "watch_messages",
];

/// Whether a person waits for the effect of the command.
pub(super) fn is_for_people(command: &str) -> bool {
    !UNSEEN.contains(&command)
}

/// How the page is opened.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    /// The page's path on its origin, without a leading slash.
    pub(super) path: String,
    pub(super) driver: Driver,
    pub(super) theme: Theme,
    pub(super) network: Network,
    /// The origin of the page around it.
    pub(super) host: &'static str,
    /// Whether the page is served with the policy. Not for a stranger, whom the policy keeps away.
    pub(super) with_policy: bool,
    /// Whether the host refuses the commands that a person gives.
    pub(super) refuses: bool,
    pub(super) size: (u32, u32),
}

/// An open page.
pub(super) struct Stage<'a> {
    connection: Connection,
    site: &'a Site,
    setting: Setting,
    since: Instant,
    /// The browser context, which has its own cache and storage.
    context: String,
    /// The session of the host's page.
    page: String,
    /// The session of the extension's iframe.
    frame: Option<String>,
    /// The world of the inspector in the iframe.
    world: Option<u64>,
    answers: BTreeMap<u64, Result<Value, String>>,
    arrivals: Arrivals,
    /// Responses on the network: when each arrives, and in which session it was requested.
    carried: Vec<(Duration, String, Value)>,
    line: Line<Value>,
    axe: bool,
    pub(super) seen: Seen,
}

impl<'a> Stage<'a> {
    /// Opens the host's page, and the extension in it.
    pub(super) fn open(chromium: &Chromium, site: &'a Site, setting: Setting) -> Result<Self> {
        let mut connection = Connection::open(chromium.address())?;
        connection.send(None, "Target.createBrowserContext", json!({}))?;
        let network = setting.network;
        let line = Line::new(setting.driver, "cargo livechat check", Faults::default());
        let mut stage = Self {
            connection,
            site,
            setting,
            since: Instant::now(),
            context: String::new(),
            page: String::new(),
            frame: None,
            world: None,
            answers: BTreeMap::new(),
            arrivals: Arrivals::new(network),
            carried: Vec::new(),
            line,
            axe: false,
            seen: Seen::default(),
        };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        stage.context = text(&stage.answer(1, "Target.createBrowserContext")?["browserContextId"]);
        let target = json!({ "url": "about:blank", "browserContextId": stage.context });
        let target = text(&stage.browser("Target.createTarget", target)?["targetId"]);
        let attach = json!({ "targetId": target, "flatten": true });
        stage.page = text(&stage.browser("Target.attachToTarget", attach)?["sessionId"]);
        let (width, height) = stage.setting.size;
        stage.resize(width, height)?;
        for (method, parameters) in [
            ("Page.enable", json!({})),
            ("Runtime.enable", json!({})),
            ("Runtime.addBinding", json!({ "name": BINDING })),
            ("Fetch.enable", json!({})),
            ("Target.setAutoAttach", json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true })),
        ] {
            stage.host(method, parameters)?;
        }
        stage.host("Page.navigate", json!({ "url": format!("{}/", stage.setting.host) }))?;
        stage.until("the host's page has loaded", |stage| {
            let ready = stage.in_host("typeof start === 'function' && document.readyState === 'complete'");
            Ok(ready.is_ok_and(|ready| ready == true))
        })?;
        stage.since = Instant::now();
        let url = stage.address();
        stage.in_host(&format!("start({})", json!(url)))?;
        Ok(stage)
    }

    /// The extension's address, with the parameters that the Agent App adds.
    fn address(&self) -> String {
        let Setting { path, driver, theme, .. } = &self.setting;
        let plain = if *driver == Driver::Plain { "&connection=plain" } else { "" };
        format!("{ORIGIN}/{path}?plugin_id=check&theme={theme}{plain}")
    }

    /// Closes the page.
    pub(super) fn close(mut self) -> Result<Seen> {
        let context = json!({ "browserContextId": self.context });
        self.browser("Target.disposeBrowserContext", context)?;
        Ok(self.seen)
    }

    // --- The host ---

    /// Whether the host can send events.
    pub(super) fn is_connected(&self) -> bool {
        self.line.is_connected()
    }

    /// Sends an event to the extension.
    pub(super) fn push(&mut self, name: &str, data: Value) -> Result<()> {
        self.line.push(&RawEvent { name: name.to_owned(), data })?;
        self.turn()
    }

    /// Sends a message as it is, which a host would not.
    pub(super) fn post(&mut self, message: Value) -> Result<()> {
        self.line.send_to_extension(self.since.elapsed(), message);
        self.turn()
    }

    /// Carries out what the host wants.
    fn turn(&mut self) -> Result<()> {
        let now = self.since.elapsed();
        self.line.elapsed(now);
        while let Some(output) = self.line.poll(now) {
            match output {
                LineOutput::ToExtension(delivery) => {
                    let post = format!("post({})", delivery.message);
                    self.connection.send(Some(&self.page), "Runtime.evaluate", json!({ "expression": post }))?;
                }
                LineOutput::Host(HostOutput::Connected) => self.seen.connected = Some(now),
                LineOutput::Host(HostOutput::GaveUp) => self.seen.gave_up = true,
                LineOutput::ToHost(_) | LineOutput::Host(_) => {}
            }
        }
        Ok(())
    }

    /// A page has reported something.
    fn reported(&mut self, report: &Value) -> Result<()> {
        let text = |member: &str| report[member].as_str().unwrap_or_default().to_owned();
        let at = report["at"].as_f64().unwrap_or_default();
        match report["kind"].as_str() {
            Some("load") => {
                let now = self.since.elapsed();
                self.seen.loaded.get_or_insert(now);
                // Without a handshake the conversation has already begun.
                if self.setting.driver != Driver::Plain || !self.line.is_connected() {
                    self.line.frame_loaded(now);
                }
            }
            Some("message") => self.received(text("origin"), report["data"].clone(), at),
            Some("content") => {
                self.seen.content.get_or_insert(at);
            }
            Some("dialog") => {
                self.seen.dialogs.insert((text("name"), text("text")));
            }
            Some("violation") => {
                let source = text("source").replace(ORIGIN, "");
                let place = if source.is_empty() { text("sample") } else { format!("{source}:{}", report["line"]) };
                self.seen.violations.insert(Violation {
                    directive: text("directive"),
                    blocked: text("blocked"),
                    place,
                });
            }
            _ => {}
        }
        self.turn()
    }

    fn received(&mut self, origin: String, message: Value, at: f64) {
        let now = self.since.elapsed();
        self.seen.posted.push(message.clone());
        let command = command_of(&message);
        if self.setting.refuses {
            let refusal = RemoteError { message: "refused by the check".to_owned(), code: None };
            let refuse = command.is_some_and(|command| command["message"].as_str().is_some_and(is_for_people));
            self.line.set_answering(if refuse { Answering::Refuse(refusal) } else { Answering::Accept });
        }
        if let Some(command) = command {
            let name = command["message"].as_str().unwrap_or_default().to_owned();
            let command = livechat_protocol::RawCommand::new(name, command["data"].clone());
            self.seen.commands.push(Sent { command, at });
        }
        if self.setting.driver == Driver::Plain && !self.line.is_connected() {
            self.line.frame_loaded(now);
        }
        self.line.send_to_host(now, origin, message);
    }

    // --- The browser ---

    fn browser(&mut self, method: &str, parameters: Value) -> Result<Value> {
        let id = self.connection.send(None, method, parameters)?;
        self.answer(id, method)
    }

    /// Calls a method for the host's page, to which the person's mouse and keyboard belong.
    pub(super) fn host(&mut self, method: &str, parameters: Value) -> Result<Value> {
        let page = self.page.clone();
        let id = self.connection.send(Some(&page), method, parameters)?;
        self.answer(id, method)
    }

    fn in_host(&mut self, expression: &str) -> Result<Value> {
        let answer = self.host("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true }))?;
        value(answer, expression)
    }

    /// Calls a function of the inspector in the extension's page.
    pub(super) fn inspect(&mut self, call: &str) -> Result<Value> {
        let expression = format!("inspector.{call}");
        self.evaluate(&expression)
    }

    /// Calls a function of the inspector that returns a list of texts.
    pub(super) fn list(&mut self, call: &str) -> Result<Vec<String>> {
        let list = self.inspect(call)?;
        Ok(list.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect())
    }

    /// Loads axe into the inspector's world.
    pub(super) fn load_axe(&mut self, source: &str) -> Result<()> {
        if !self.axe {
            self.evaluate(&format!("{source}\n;true"))?;
            self.axe = true;
        }
        Ok(())
    }

    fn evaluate(&mut self, expression: &str) -> Result<Value> {
        let frame = self.frame.clone().context("the extension's iframe has no page; does it load?")?;
        let world = match self.world {
            Some(world) => world,
            None => self.make_world(&frame)?,
        };
        let parameters = json!({
            "expression": expression,
            "contextId": world,
            "awaitPromise": true,
            "returnByValue": true,
        });
        let id = self.connection.send(Some(&frame), "Runtime.evaluate", parameters)?;
        let answer = self.answer(id, "Runtime.evaluate")?;
        value(answer, expression)
    }

    fn make_world(&mut self, frame: &str) -> Result<u64> {
        let id = self.connection.send(Some(frame), "Page.getFrameTree", json!({}))?;
        let tree = self.answer(id, "Page.getFrameTree")?;
        let parameters = json!({ "frameId": tree["frameTree"]["frame"]["id"], "worldName": "cargo livechat check" });
        let id = self.connection.send(Some(frame), "Page.createIsolatedWorld", parameters)?;
        let world = self.answer(id, "Page.createIsolatedWorld")?["executionContextId"].as_u64().unwrap_or_default();
        self.world = Some(world);
        self.axe = false;
        self.evaluate(&format!("{INSPECTOR}\n;true"))?;
        Ok(world)
    }

    /// Changes the size of the extension's iframe.
    pub(super) fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.host("Emulation.setDeviceMetricsOverride", size).map(drop)
    }

    /// Takes a picture, as PNG.
    pub(super) fn picture(&mut self) -> Result<Vec<u8>> {
        let picture = self.host("Page.captureScreenshot", json!({ "format": "png" }))?;
        Ok(STANDARD.decode(picture["data"].as_str().unwrap_or_default())?)
    }

    /// Clicks with the mouse.
    pub(super) fn click(&mut self, x: f64, y: f64) -> Result<()> {
        let mouse = |kind: &str, clicks: u8| {
            let button = if clicks == 0 { "none" } else { "left" };
            json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": clicks })
        };
        self.host("Input.dispatchMouseEvent", mouse("mouseMoved", 0))?;
        self.host("Input.dispatchMouseEvent", mouse("mousePressed", 1))?;
        self.host("Input.dispatchMouseEvent", mouse("mouseReleased", 1)).map(drop)
    }

    /// Presses and releases a key.
    pub(super) fn press(&mut self, key: Key) -> Result<()> {
        let (name, code, text) = match key {
            Key::Tab => ("Tab", 9, ""),
            Key::Enter => ("Enter", 13, "\r"),
            Key::Space => (" ", 32, " "),
            Key::Escape => ("Escape", 27, ""),
        };
        let down = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let event = |kind: &str| {
            let mut event = json!({ "type": kind, "key": name, "windowsVirtualKeyCode": code });
            event["code"] = json!(if name == " " { "Space" } else { name });
            if kind == "keyDown" {
                event["text"] = json!(text);
            }
            event
        };
        self.host("Input.dispatchKeyEvent", event(down))?;
        self.host("Input.dispatchKeyEvent", event("keyUp")).map(drop)
    }

    /// Types into the focused field.
    pub(super) fn type_text(&mut self, text: &str) -> Result<()> {
        self.host("Input.insertText", json!({ "text": text })).map(drop)
    }

    /// Gives the iframe the focus, as Tab does from the host's page.
    pub(super) fn enter(&mut self) -> Result<()> {
        self.in_host("panel.focus()").map(drop)
    }

    // --- The loop ---

    fn answer(&mut self, id: u64, method: &str) -> Result<Value> {
        let end = Instant::now() + PATIENCE;
        while !self.answers.contains_key(&id) {
            ensure!(Instant::now() < end, "Chromium does not answer {method}; run the command again");
            self.step(end)?;
        }
        let answer = self.answers.remove(&id).unwrap_or(Ok(Value::Null));
        self.answers.clear();
        answer.map_err(|error| anyhow!("Chromium refused {method}: {error}"))
    }

    /// Runs until something holds. Fails after a minute.
    pub(super) fn until(&mut self, what: &str, holds: impl FnMut(&mut Self) -> Result<bool>) -> Result<()> {
        ensure!(self.within(PATIENCE, holds)?, "gave up waiting until {what}; run the command again");
        Ok(())
    }

    /// Runs until something holds, for this time at most. Returns whether it holds.
    pub(super) fn within(&mut self, time: Duration, mut holds: impl FnMut(&mut Self) -> Result<bool>) -> Result<bool> {
        let end = Instant::now() + time;
        loop {
            if holds(self)? {
                return Ok(true);
            }
            let now = Instant::now();
            if now >= end {
                return Ok(false);
            }
            self.step(end.min(now + Duration::from_millis(20)))?;
        }
    }

    /// Waits until the page has stopped to change, and every response has arrived.
    pub(super) fn settle(&mut self) -> Result<()> {
        if self.frame.is_none() {
            return Ok(());
        }
        self.within(Duration::from_secs(10), |stage| Ok(stage.carried.is_empty()))?;
        self.inspect("settled()").map(drop)
    }

    /// Handles the next message, response or deadline, but waits no longer than this.
    fn step(&mut self, until: Instant) -> Result<()> {
        let due = self.carried.iter().map(|(due, ..)| *due).chain(self.line.next_deadline()).min();
        let until = due.map_or(until, |due| until.min(self.since + due));
        match self.connection.receive(until)? {
            Some(Message::Answer(id, answer)) => {
                self.answers.insert(id, answer);
            }
            Some(Message::Event(event)) => self.happened(event)?,
            None => {}
        }
        let now = self.since.elapsed();
        while let Some(at) = self.carried.iter().position(|(due, ..)| *due <= now) {
            let (_, session, response) = self.carried.remove(at);
            self.connection.send(Some(&session), "Fetch.fulfillRequest", response)?;
        }
        self.turn()
    }

    fn happened(&mut self, Event { name, session, data }: Event) -> Result<()> {
        match &*name {
            "Target.attachedToTarget" => self.attached(&data)?,
            "Target.detachedFromTarget" if data["sessionId"].as_str() == self.frame.as_deref() => {
                (self.frame, self.world) = (None, None);
            }
            "Runtime.executionContextsCleared" if Some(&session) == self.frame.as_ref() => self.world = None,
            "Runtime.bindingCalled" if data["name"] == BINDING => {
                let report = data["payload"].as_str().and_then(|text| serde_json::from_str(text).ok());
                self.reported(&report.unwrap_or(Value::Null))?;
            }
            "Fetch.requestPaused" => self.requested(session, &data)?,
            "Runtime.consoleAPICalled" if Some(&session) == self.frame.as_ref() => self.logged(&data),
            "Runtime.exceptionThrown" if Some(&session) == self.frame.as_ref() => {
                let thrown = &data["exceptionDetails"];
                let text = thrown["exception"]["description"].as_str().or_else(|| thrown["text"].as_str());
                self.seen.console.insert(format!("uncaught: {}", first_line(text.unwrap_or_default())));
            }
            "Log.entryAdded" if Some(&session) == self.frame.as_ref() => self.entry(&data["entry"]),
            "Network.webSocketCreated" => {
                let url = data["url"].as_str().unwrap_or_default().to_owned();
                self.seen.requests.push(("WebSocket".to_owned(), url));
            }
            // The host's page has none, and an iframe cannot open one. Close it all the same.
            "Page.javascriptDialogOpening" => {
                let (kind, text) = (data["type"].as_str(), data["message"].as_str());
                let dialog = (kind.unwrap_or_default().to_owned(), text.unwrap_or_default().to_owned());
                self.seen.dialogs.insert(dialog);
                self.connection.send(Some(&session), "Page.handleJavaScriptDialog", json!({ "accept": false }))?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Prepares a new target, which waits for that.
    fn attached(&mut self, data: &Value) -> Result<()> {
        let session = data["sessionId"].as_str().unwrap_or_default().to_owned();
        let is_extension = data["targetInfo"]["type"] == "iframe" && self.frame.is_none();
        if is_extension {
            let observer = json!({ "source": OBSERVER, "runImmediately": true });
            for (method, parameters) in [
                ("Runtime.enable", json!({})),
                ("Runtime.addBinding", json!({ "name": BINDING })),
                ("Page.enable", json!({})),
                ("Page.addScriptToEvaluateOnNewDocument", observer),
                ("Log.enable", json!({})),
                ("Network.enable", json!({})),
                ("Fetch.enable", json!({})),
            ] {
                self.connection.send(Some(&session), method, parameters)?;
            }
            self.frame = Some(session.clone());
            self.world = None;
        }
        self.connection.send(Some(&session), "Runtime.runIfWaitingForDebugger", json!({})).map(drop)
    }

    /// Answers a request, or lets the answer travel.
    fn requested(&mut self, session: String, data: &Value) -> Result<()> {
        let url = data["request"]["url"].as_str().unwrap_or_default();
        let method = data["request"]["method"].as_str().unwrap_or_default();
        let host = format!("{}/", self.setting.host);
        if url == host {
            let response = Response {
                status: 200,
                headers: vec![("Content-Type".to_owned(), "text/html; charset=utf-8".to_owned())],
                body: HOST_PAGE.as_bytes().to_vec(),
                carried: 0,
            };
            return self.respond(session, data, &response, Duration::ZERO);
        }
        if url.starts_with(&host) {
            // The host's icon.
            let reason = json!({ "requestId": data["requestId"], "errorReason": "BlockedByClient" });
            return self.connection.send(Some(&session), "Fetch.failRequest", reason).map(drop);
        }
        self.seen.requests.push((method.to_owned(), url.to_owned()));
        let response = match url.strip_prefix(ORIGIN) {
            Some(path) => self.site.answer(path, self.setting.with_policy),
            // There is no network. With any answer, the page shows what it shows when the server has a problem.
            None => Response {
                status: 503,
                headers: vec![("Access-Control-Allow-Origin".to_owned(), "*".to_owned())],
                body: b"the check has no network".to_vec(),
                carried: 24,
            },
        };
        let due = self.arrivals.of(self.since.elapsed(), response.carried);
        self.respond(session, data, &response, due)
    }

    fn respond(&mut self, session: String, data: &Value, response: &Response, due: Duration) -> Result<()> {
        let headers = response.headers.iter().map(|(name, value)| json!({ "name": name, "value": value }));
        let response = json!({
            "requestId": data["requestId"],
            "responseCode": response.status,
            "responseHeaders": headers.collect::<Vec<_>>(),
            "body": STANDARD.encode(&response.body),
        });
        if due <= self.since.elapsed() {
            return self.connection.send(Some(&session), "Fetch.fulfillRequest", response).map(drop);
        }
        self.carried.push((due, session, response));
        Ok(())
    }

    fn logged(&mut self, data: &Value) {
        let texts = data["args"].as_array().into_iter().flatten().map(|argument| match &argument["value"] {
            Value::String(text) => text.clone(),
            Value::Null => argument["description"].as_str().unwrap_or("null").to_owned(),
            other => other.to_string(),
        });
        let text = texts.collect::<Vec<_>>().join(" ");
        let kind = data["type"].as_str().unwrap_or_default();
        self.seen.console.insert(format!("{kind}: {}", first_line(&text)));
    }

    fn entry(&mut self, entry: &Value) {
        let (text, url) = (entry["text"].as_str().unwrap_or_default(), entry["url"].as_str().unwrap_or_default());
        // Reported as violations, with more details.
        if text.contains("Content Security Policy") {
            return;
        }
        // A server elsewhere that this check has no answer for.
        if entry["source"] == "network" && !url.starts_with(ORIGIN) {
            return;
        }
        let place = url.strip_prefix(ORIGIN).map(|path| format!(" ({path})")).unwrap_or_default();
        let level = entry["level"].as_str().unwrap_or_default();
        self.seen.console.insert(format!("{level}: {}{place}", first_line(text)));
    }
}

/// A key that the check presses.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key {
    Tab,
    Enter,
    Space,
    Escape,
}

/// Returns the command in a message, with either driver.
fn command_of(message: &Value) -> Option<&Value> {
    let command = if message["type"] == "call" { message["data"]["args"].get(0)? } else { message };
    command["message"].is_string().then_some(command)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Returns the value of an evaluated expression.
fn value(mut answer: Value, expression: &str) -> Result<Value> {
    if let Some(thrown) = answer.get("exceptionDetails") {
        let text = thrown["exception"]["description"].as_str().or_else(|| thrown["text"].as_str());
        bail!("`{}` failed in the page: {}", first_line(expression), text.unwrap_or_default());
    }
    Ok(answer["result"]["value"].take())
}
