//! The fake LiveChat: whether it responds, its switches, and messages sent through its API.

use super::*;
use crate::model::parts::fake_livechat::{PATIENCE, Switches};

const MARY: &str = "K3M7Q1";
const CHAT: &str = "S4D8H2PQ0V";

/// Details and settings; only the first signs in.
fn page() -> Page {
    let mut page = Page::new(without_authorization(), &[Details, Settings]);
    page.happen(Msg::ExtensionsChanged(signing_in()));
    page
}

fn signing_in() -> Rc<[SimulatedExtension]> {
    let sign = |mut extension: SimulatedExtension| {
        extension.signs_in = extension.placement == Details;
        extension
    };
    simulated(&[Details, Settings]).iter().cloned().map(sign).collect()
}

/// With a fake that responds, and loaded extensions.
fn running() -> Page {
    let mut page = page();
    page.happen(Msg::FakeSwitches(switches(&json!({ "latency_ms": 0, "api_fault": "none", "ooops": false }))));
    page.load(Details);
    page.load(Settings);
    page
}

fn switches(value: &Value) -> Switches {
    value.as_object().unwrap().clone()
}

fn loads_at_fake(page: &Page) -> Vec<(u32, bool)> {
    [Details, Settings]
        .map(|placement| page.model.frame(placement).unwrap().load)
        .map(|it| (it.number, it.at_fake))
        .into()
}

fn sent_by_api(id: &str, chat: &str, event: Value) -> Msg {
    Msg::FakeEvent { id: id.to_owned(), data: json!({ "chat_id": chat, "thread_id": "T", "event": event }) }
}

fn text(id: &str, text: &str) -> Value {
    json!({ "id": id, "type": "message", "text": text, "visibility": "all", "author_id": "agent@example.com" })
}

#[test]
fn the_fake_is_looked_for_only_once_an_extension_signs_in() {
    let mut page = Page::new(without_authorization(), &[Details]);
    assert!(!page.model.needs_fake());
    page.happen(Msg::FakeSought);
    assert_eq!(page.listening, None);
    assert!(!page.model.waits_for_fake(Details));
    page.happen(Msg::ExtensionsChanged(signing_in()));
    assert_eq!(page.listening, Some(None));
    assert!(page.model.waits_for_fake(Details) && !page.model.waits_for_fake(Settings));
}

#[test]
fn extensions_that_sign_in_do_so_at_a_fake_that_answers() {
    let page = running();
    assert!(!page.model.waits_for_fake(Details));
    assert_eq!(
        loads_at_fake(&page),
        [(1, true), (0, false)],
        "the first was loaded with the change, before its page had loaded"
    );
    assert_eq!(page.model.next_deadline(), None, "there is no deadline");
}

#[test]
fn without_an_answer_extensions_sign_in_elsewhere_and_that_is_said_once() {
    for is_refused in [true, false] {
        let mut page = page();
        if is_refused {
            page.happen(Msg::FakeLost);
        } else {
            assert_eq!(page.model.next_deadline(), Some(PATIENCE));
            page.now = PATIENCE;
            page.happen(Msg::Elapsed);
        }
        assert_eq!(page.listening, None, "the browser would keep retrying");
        assert_eq!(page.model.fake.view().state, FakeState::Silent);
        assert!(!page.model.waits_for_fake(Details));
        page.load(Details);
        assert_eq!(loads_at_fake(&page), [(1, false), (0, false)]);
        page.happen(Msg::FakeSought);
        page.happen(Msg::FakeLost);
        let notes = page.lines().into_iter().filter(|line| line.starts_with("No fake LiveChat answers"));
        assert_eq!(notes.count(), 1);
    }
}

#[test]
fn a_fake_that_is_started_later_has_those_that_sign_in_loaded_again() {
    let mut page = page();
    page.happen(Msg::FakeLost);
    page.load(Details);
    page.happen(Msg::FakeSought);
    assert_eq!(page.model.fake.view().state, FakeState::Sought);
    assert_eq!(loads_at_fake(&page), [(1, false), (0, false)], "nothing is loaded before the fake responds");
    page.happen(Msg::FakeSwitches(Switches::new()));
    assert_eq!(loads_at_fake(&page), [(2, true), (0, false)]);
}

#[test]
fn extensions_stay_at_a_fake_that_is_restarted() {
    let mut page = running();
    page.happen(Msg::FakeLost);
    assert_eq!(page.model.fake.view().state, FakeState::Silent);
    assert_eq!(page.listening, Some(None), "the browser opens the stream again");
    page.happen(Msg::FrameReloadRequested(Details));
    assert_eq!(loads_at_fake(&page), [(2, true), (0, false)]);
    page.happen(Msg::FakeSwitches(Switches::new()));
    assert_eq!(page.model.fake.view().state, FakeState::Running);
    assert_eq!(loads_at_fake(&page), [(2, true), (0, false)]);
}

#[test]
fn what_is_sent_by_the_api_is_said_in_its_chat_and_told_where_that_is_open() {
    let mut page = running();
    page.open(MARY);
    let now = page.now;
    page.extension(Details).watch_messages(now);
    page.carry();
    page.happen(sent_by_api("1", CHAT, text("T_7", "Hello Mary")));
    let told = json!({ "chat": CHAT, "message": "Hello Mary", "message_id": "T_7", "message_source": "agent" });
    assert_eq!(page.told(Details, "message"), [told]);
    assert_eq!(page.model.said(), [Message::text(Author::Agent, "Hello Mary")]);

    page.open("N5R2W8");
    page.happen(sent_by_api("2", CHAT, text("T_8", "Are you there?")));
    assert_eq!(page.told(Details, "message").len(), 1, "another chat is open");
    assert_eq!(page.model.said(), []);
    page.open(MARY);
    assert_eq!(page.model.said().len(), 2);
}

#[test]
fn rich_messages_files_and_private_messages_are_shown_and_other_events_noted() {
    let mut page = running();
    page.open(MARY);
    let rich = |template: &str| {
        let button =
            json!({ "text": "Take it", "type": "message", "value": "take", "postback_id": "take", "user_ids": [] });
        let elements = json!([{ "title": "Lamp", "buttons": [button] }]);
        json!({ "id": "1", "type": "rich_message", "template_id": template, "elements": elements })
    };
    let file = json!({ "type": "file", "name": "a.png", "url": "http://127.0.0.1:8812/fake/files/1/a.png", "content_type": "image/png" });
    let mut private = text("3", "Only for us");
    private["visibility"] = "agents".into();
    for (id, event) in ["1", "2", "3", "4", "5", "6"].into_iter().zip([
        rich("cards"),
        rich("quick_replies"),
        rich("sticker"),
        file,
        private,
        json!({ "type": "custom", "content": {} }),
    ]) {
        page.happen(sent_by_api(id, CHAT, event));
    }
    let said = page.model.said();
    let texts: Vec<_> =
        said.iter().map(|message| (&*message.text, message.rich.is_some(), message.is_private)).collect();
    assert_eq!(
        texts,
        [
            ("Lamp", true, false),
            ("Lamp", true, false),
            ("Rich message: sticker", false, false),
            ("a.png", false, false),
            ("Only for us", false, true)
        ]
    );
    assert!(said[3].file.as_ref().unwrap().is_picture);
    assert!(page.lines().iter().any(|line| line.contains("events of type custom")));
    page.happen(sent_by_api("7", "elsewhere", text("8", "Hello?")));
    assert_eq!(page.model.said().len(), 5);
}

#[test]
fn after_a_reload_of_the_page_the_stream_goes_on_after_the_last_event() {
    let mut page = running();
    page.open(MARY);
    page.happen(sent_by_api("run-1", CHAT, text("T_7", "Hello Mary")));
    let text = serde_json::to_string(&page.model.saved_session()).unwrap();
    let mut reloaded = Page::new(without_authorization(), &[Details]);
    reloaded.model.restore(Duration::ZERO, serde_json::from_str(&text).unwrap());
    reloaded.happen(Msg::ExtensionsChanged(signing_in()));
    assert_eq!(reloaded.listening, Some(Some("run-1".to_owned())));
    reloaded.open(MARY);
    assert_eq!(reloaded.model.said(), page.model.said());
}

#[test]
fn switches_are_sent_one_request_after_the_other_and_none_is_lost() {
    let mut page = running();
    page.happen(Msg::SwitchChosen("latency_ms", 5.into()));
    page.happen(Msg::SwitchChosen("latency_ms", 50.into()));
    page.happen(Msg::SwitchChosen("ooops", true.into()));
    let first = switches(&json!({ "latency_ms": 5, "api_fault": "none", "ooops": false }));
    let both = switches(&json!({ "latency_ms": 50, "api_fault": "none", "ooops": true }));
    assert_eq!(page.asked, [FakeRequest::Set(first.clone())]);
    assert_eq!(page.model.fake.view().switches, both, "shown at once");
    assert_eq!(page.model.fault_count(), 2);
    // The stream repeats the first change.
    page.happen(Msg::FakeSwitches(first.clone()));
    assert_eq!(page.model.fake.view().switches, both);
    page.happen(Msg::FakeAnswered(FakeRequest::Set(first.clone()), Ok(first.into())));
    assert_eq!(page.asked.len(), 2);
    assert_eq!(page.asked[1], FakeRequest::Set(both.clone()));
    page.happen(Msg::FakeAnswered(FakeRequest::Set(both.clone()), Ok(both.clone().into())));
    assert_eq!(page.asked.len(), 2);
    // From now on, the fake's own changes are shown.
    let other = switches(&json!({ "latency_ms": 0, "api_fault": "none", "ooops": true }));
    page.happen(Msg::FakeSwitches(other.clone()));
    assert_eq!(page.model.fake.view().switches, other);
}

#[test]
fn refused_switches_are_as_before_and_the_reason_is_said() {
    let mut page = running();
    page.happen(Msg::SwitchChosen("latency_ms", 5.into()));
    page.happen(Msg::FakeAnswered(page.asked[0].clone(), Err("no".to_owned())));
    let view = page.model.fake.view();
    assert_eq!(view.switches["latency_ms"], 0);
    assert_eq!(view.word, Some(Err("no".to_owned())));
    page.happen(Msg::SwitchChosen("latency_ms", 6.into()));
    assert_eq!(page.asked.len(), 2, "the next one is sent");
}

#[test]
fn tokens_expire_and_the_fake_is_reset_on_request() {
    let mut page = running();
    for (request, answer, word) in [
        (FakeRequest::ExpireTokens, json!({ "expired": 1 }), "1 token has expired."),
        (FakeRequest::ExpireTokens, json!({ "expired": 0 }), "0 tokens have expired."),
        (FakeRequest::Reset, json!({}), "The fake's tokens, messages and switches are reset."),
    ] {
        page.happen(Msg::FakeAsked(request.clone()));
        assert_eq!(page.asked.last(), Some(&request));
        page.happen(Msg::FakeAnswered(request, Ok(answer)));
        assert_eq!(page.model.fake.view().word, Some(Ok(word.to_owned())));
    }
}
