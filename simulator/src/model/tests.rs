//! The model against a real extension's end, without a browser.

use livechat_protocol::{
    Command, CustomerProfileState, Envelope, Extension, ExtensionSettings, Launch, Output, Session,
};

use super::*;
use crate::customers::customers;

const ORIGIN: &str = "https://my.livechatinc.com";

/// A model with an extension in its frame, and a clock.
struct Page {
    model: Model,
    extension: Extension<Value>,
    now: Duration,
    /// Authorization requests that wait for an answer.
    attempts: Vec<u32>,
}

impl Page {
    fn new(choices: Choices) -> Self {
        let model = Model::new(choices, customers());
        let extension = extension(&model);
        Self { model, extension, now: Duration::ZERO, attempts: Vec::new() }
    }

    /// The frame loads and the app renders.
    fn loaded(choices: Choices) -> Self {
        let mut page = Self::new(choices);
        page.load();
        page
    }

    fn load(&mut self) {
        self.extension = extension(&self.model);
        self.happen(Msg::FrameLoaded);
        self.extension.rendered(self.now);
        self.carry();
    }

    fn happen(&mut self, msg: Msg) {
        for effect in self.model.update(self.now, msg) {
            match effect {
                Effect::Post(frame) => {
                    let envelope = Envelope { origin: ORIGIN, from_parent: true, is_trusted: true };
                    self.extension.receive(self.now, envelope, || frame);
                }
                Effect::Authorize { attempt } => self.attempts.push(attempt),
                Effect::SaveChoices => {}
            }
        }
        self.carry();
    }

    fn carry(&mut self) {
        while let Some(output) = self.extension.poll_output() {
            if let Output::Post { frame, .. } = output {
                self.happen(Msg::Received { origin: "https://extension.example".to_owned(), data: Ok(frame) });
            }
        }
    }

    fn command(&mut self, command: Command<Value>) {
        self.extension.send(self.now, command);
        self.carry();
    }

    fn open(&mut self, id: &str) {
        self.happen(Msg::CustomerOpened(id.to_owned()));
    }

    fn shown(&self) -> Option<String> {
        self.extension.state().customer_profile.shown().map(|customer| customer.id.clone())
    }

    /// The names in the log, frames and the texts of notes.
    fn lines(&self) -> Vec<String> {
        self.model
            .log
            .entries()
            .map(|entry| match &entry.item {
                Item::Frame { direction: Direction::ToExtension, name, .. } => format!("→ {name}"),
                Item::Frame { direction: Direction::FromExtension, name, .. } => format!("← {name}"),
                Item::Note { text, .. } => text.clone(),
            })
            .collect()
    }
}

fn extension(model: &Model) -> Extension<Value> {
    let mut settings = ExtensionSettings::default();
    settings.launch = Launch { plugin_id: None, driver: model.frame.driver, theme: Some(model.frame.theme) };
    settings.parent_origin = Some(ORIGIN.to_owned());
    Extension::new(settings, Duration::ZERO)
}

fn without_authorization() -> Choices {
    Choices { authorization: Authorization::None, ..Choices::default() }
}

fn plain() -> Choices {
    Choices { driver: Driver::Plain, ..without_authorization() }
}

#[test]
fn a_customer_that_is_opened_reaches_the_extension_by_either_driver() {
    for choices in [without_authorization(), plain()] {
        let mut page = Page::loaded(choices);
        assert_eq!(page.model.progress, Progress::Inited);
        assert_eq!(page.shown(), None);
        page.open("K3M7Q1");
        assert_eq!(page.shown().as_deref(), Some("K3M7Q1"));
        page.happen(Msg::ProfileClosed);
        let hidden = CustomerProfileState::Hidden { id: "K3M7Q1".to_owned() };
        assert_eq!(page.extension.state().customer_profile, hidden);
    }
}

#[test]
fn the_source_is_the_view() {
    let mut page = Page::loaded(without_authorization());
    page.open("K3M7Q1");
    page.happen(Msg::ViewChosen(View::Archives));
    assert_eq!(page.model.open_customer(), None, "nobody is open there yet");
    page.open("K3M7Q1");
    let source = page.extension.state().customer_profile.shown().and_then(|customer| customer.source.clone());
    assert_eq!(source.map(|source| source.to_string()).as_deref(), Some("archives"));
}

#[test]
fn the_outcome_of_authorization_comes_before_the_profile() {
    let mut page = Page::new(Choices::default());
    page.open("K3M7Q1");
    page.load();
    page.open("N5R2W8");
    assert_eq!(page.shown(), None, "authorization is under way");
    page.happen(Msg::AuthorizeAnswered { attempt: 1, result: Ok(json!("s-1")) });
    assert_eq!(page.extension.state().session, Session::Authorized { id: Some("s-1".into()) });
    assert_eq!(page.shown().as_deref(), Some("N5R2W8"));
    let events: Vec<_> = page.lines().into_iter().filter(|line| line.starts_with("→ ")).collect();
    assert_eq!(events, ["→ handshake", "→ response to plugin_inited", "→ authorize", "→ customer_profile"]);
}

#[test]
fn a_new_session_is_asked_for_and_the_profile_comes_again() {
    let mut page = Page::loaded(Choices::default());
    page.happen(Msg::AuthorizeAnswered { attempt: 1, result: Ok(json!(1)) });
    page.open("K3M7Q1");
    page.extension.refresh_session(page.now);
    page.carry();
    assert_eq!(page.attempts, [1, 2]);
    page.happen(Msg::AuthorizeAnswered { attempt: 1, result: Ok(json!("stale")) });
    assert_eq!(page.extension.state().session, Session::Pending);
    page.happen(Msg::AuthorizeAnswered { attempt: 2, result: Ok(json!(2)) });
    assert_eq!(page.extension.state().session, Session::Authorized { id: Some(2.into()) });
    assert_eq!(page.lines().iter().filter(|line| *line == "→ customer_profile").count(), 2);
}

#[test]
fn a_failure_says_why_and_so_does_a_server_that_is_silent() {
    let mut page = Page::loaded(Choices::default());
    page.happen(Msg::AuthorizeAnswered { attempt: 1, result: Err("No backend.".to_owned()) });
    assert_eq!(page.extension.state().session, Session::Refused);
    assert!(page.lines().contains(&"Authorization failed. No backend.".to_owned()));

    let mut page = Page::loaded(Choices::default());
    page.now = page.model.next_deadline().unwrap();
    page.happen(Msg::Elapsed);
    assert_eq!(page.extension.state().session, Session::Refused);
    assert_eq!(page.model.next_deadline(), None);
}

#[test]
fn refused_without_asking() {
    let mut page = Page::new(Choices { authorization: Authorization::Refused, ..Choices::default() });
    page.load();
    assert_eq!(page.extension.state().session, Session::Refused);
    assert!(page.attempts.is_empty());
}

#[test]
fn put_message_appends_and_only_the_agent_sends() {
    let mut page = Page::loaded(without_authorization());
    page.open("K3M7Q1");
    page.command(Command::put_message("Hello"));
    page.command(Command::put_message("there"));
    assert_eq!(page.model.draft(), "Hello there");
    page.happen(Msg::DraftChanged("Hello there\n".to_owned()));
    page.command(Command::put_message("Bye"));
    assert_eq!(page.model.draft(), "Hello there\nBye");
    page.happen(Msg::SendRequested);
    assert_eq!(page.model.draft(), "");
    assert_eq!(page.model.sent("K3M7Q1").len(), 1);
    page.happen(Msg::SendRequested);
    assert_eq!(page.model.sent("K3M7Q1").len(), 1, "there is nothing to send");
}

#[test]
fn put_message_without_a_chat_or_without_text_is_left_aside_and_said() {
    let mut page = Page::loaded(without_authorization());
    page.command(Command::put_message("lost"));
    page.open("K3M7Q1");
    assert_eq!(page.model.draft(), "");
    page.command(Command::raw("put_message", json!({ "text": 7 })));
    assert_eq!(page.model.draft(), "");
    let notes = page.lines().into_iter().filter(|line| line.starts_with("put_message")).count();
    assert_eq!(notes, 2);
}

#[test]
fn the_theme_is_told_without_a_reload() {
    let mut page = Page::loaded(without_authorization());
    let frame = page.model.frame;
    page.happen(Msg::ThemeToggled);
    assert_eq!(page.extension.state().theme, Theme::Dark);
    assert_eq!(page.model.frame, frame);
    // The page in the frame reloads by itself: its URL still says light.
    page.load();
    assert_eq!(page.extension.state().theme, Theme::Dark);
}

#[test]
fn a_choice_of_driver_or_authorization_loads_the_frame_anew() {
    let mut page = Page::loaded(without_authorization());
    page.open("K3M7Q1");
    page.happen(Msg::DriverChosen(Driver::Plain));
    assert_eq!((page.model.frame.number, page.model.progress), (1, Progress::Waiting));
    page.load();
    assert_eq!(page.shown().as_deref(), Some("K3M7Q1"), "the profile that is open comes again");
    page.happen(Msg::AuthorizationChosen(Authorization::Refused));
    page.load();
    assert_eq!(page.extension.state().session, Session::Refused);
}

#[test]
fn by_the_plain_driver_the_extension_may_be_quicker_than_its_pages_load() {
    let mut page = Page::new(plain());
    page.open("K3M7Q1");
    page.extension.rendered(page.now);
    page.carry();
    assert_eq!(page.shown().as_deref(), Some("K3M7Q1"));
    page.happen(Msg::FrameLoaded);
    assert_eq!(page.model.progress, Progress::Inited);
}

#[test]
fn a_silent_extension_is_given_up_and_can_be_loaded_again() {
    let mut model = Model::new(Choices::default(), customers());
    model.update(Duration::ZERO, Msg::FrameLoaded);
    while let Some(deadline) = model.next_deadline() {
        model.update(deadline, Msg::Elapsed);
    }
    assert_eq!(model.progress, Progress::GaveUp);
    model.update(Duration::from_secs(4), Msg::ReloadRequested);
    assert_eq!(model.progress, Progress::Waiting);
    assert_eq!(model.log.entries().filter(|entry| matches!(entry.item, Item::Frame { .. })).count(), 6);
}

#[test]
fn whatever_the_extension_sends_is_logged_and_nothing_panics() {
    let hostile = [
        json!(null),
        json!("text"),
        json!([]),
        json!({}),
        json!({ "message": 1 }),
        json!({ "message": "made_up", "data": [1, 2] }),
        json!({ "message": "put_message" }),
        json!({ livechat_protocol::FINGERPRINT: true }),
        json!({ livechat_protocol::FINGERPRINT: true, "type": "call", "owner": 1 }),
    ];
    for choices in [without_authorization(), plain()] {
        let mut page = Page::loaded(choices);
        let before = page.model.log.entries().len();
        for value in &hostile {
            page.happen(Msg::Received { origin: "x".to_owned(), data: Ok(value.clone()) });
        }
        page.happen(Msg::Received { origin: "x".to_owned(), data: Err("a BigInt".to_owned()) });
        assert!(page.model.log.entries().len() > before + hostile.len());
    }
    let mut page = Page::loaded(plain());
    page.command(Command::raw("made_up", json!(1)));
    let last = page.model.log.entries().last().unwrap();
    assert_eq!(last.remark, Some("not simulated"));
}

#[test]
fn choices_are_saved_when_they_change_and_only_then() {
    let mut model = Model::new(Choices::default(), customers());
    assert_eq!(model.update(Duration::ZERO, Msg::ThemeToggled), [Effect::SaveChoices]);
    assert!(model.update(Duration::ZERO, Msg::DraftChanged("x".to_owned())).is_empty());
    assert!(model.update(Duration::ZERO, Msg::ViewChosen(View::Chats)).is_empty());
}

#[test]
fn an_address_that_names_a_stranger_opens_nobody() {
    let choices = Choices { customer: Some("nobody".to_owned()), ..Choices::default() };
    assert_eq!(Model::new(choices, customers()).choices.customer, None);
}
