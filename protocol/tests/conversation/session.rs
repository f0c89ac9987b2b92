//! The session of the basic authorization flow.

use livechat_protocol::{Answering, CommandError, ExtensionSettings, Id, RemoteError, Session, Slice};
use serde_json::{Value, json};

use crate::harness::{Conversation, settings};

fn authorized() -> Conversation {
    let mut conversation = Conversation::open();
    conversation.push("authorize", json!({ "session_id": "s1" }));
    assert_eq!(conversation.extension.state().session.id(), Some(&Id::Text("s1".into())));
    conversation
}

#[test]
fn a_session_is_pending_until_the_host_reports_a_result() {
    let conversation = Conversation::new(ExtensionSettings::default());
    assert_eq!(conversation.extension.state().session, Session::Pending);
}

#[test]
fn a_refreshed_session_is_dropped_immediately_and_returns_as_an_event() {
    let mut conversation = authorized();
    let changes = conversation.changes_of(Slice::Session);
    let call = conversation.extension.refresh_session(conversation.now);
    assert_eq!(conversation.extension.state().session, Session::Pending, "before anything is carried");
    conversation.carry();
    assert_eq!(conversation.ends_of(call), [Ok(())]);
    assert_eq!(conversation.received_names(), ["plugin_inited", "plugin_loaded"]);
    assert_eq!(conversation.extension.state().session, Session::Pending, "the acknowledgement brings no session");
    conversation.push("authorize", json!({ "session_id": 7 }));
    assert_eq!(conversation.extension.state().session.id(), Some(&Id::Number(7)));
    assert_eq!(conversation.changes_of(Slice::Session), changes + 2);
}

#[test]
fn a_refresh_that_the_host_refuses_is_a_refused_session() {
    let mut conversation = authorized();
    let error = RemoteError { message: "no".into(), code: None };
    conversation.host.set_answering(Answering::Refuse(error.clone()));
    let call = conversation.extension.refresh_session(conversation.now);
    conversation.carry();
    assert_eq!(conversation.ends_of(call), [Err(CommandError::Refused(error))]);
    assert_eq!(conversation.extension.state().session, Session::Refused);
    // A host that changes its mind is accepted.
    conversation.push("authorize", json!("s2"));
    assert_eq!(conversation.extension.state().session.id(), Some(&Id::Text("s2".into())));
}

#[test]
fn a_refresh_that_is_never_answered_refuses_nobody() {
    let mut conversation = authorized();
    conversation.host.set_answering(Answering::Silent);
    conversation.extension.refresh_session(conversation.now);
    conversation.advance(10_000);
    assert_eq!(conversation.extension.state().session, Session::Pending, "nobody has said no");
    let failure = conversation.extension.connection().last_failure.clone();
    assert_eq!(failure.map(|failure| failure.error), Some(CommandError::TimedOut));
}

#[test]
fn a_session_that_came_before_the_failure_stays() {
    let mut conversation = authorized();
    conversation.host.set_answering(Answering::Silent);
    conversation.extension.refresh_session(conversation.now);
    conversation.push("authorize", json!({ "session_id": "s2" }));
    conversation.advance(10_000);
    assert_eq!(conversation.extension.state().session.id(), Some(&Id::Text("s2".into())));
}

#[test]
fn another_command_that_fails_leaves_the_session_alone() {
    let mut conversation = Conversation::open();
    conversation.host.set_answering(Answering::Silent);
    conversation.put("hello");
    conversation.advance(10_000);
    assert_eq!(conversation.extension.connection().failed, 1);
    assert_eq!(conversation.extension.state().session, Session::Pending);
}

#[test]
fn an_extension_that_handles_authorization_itself_ignores_the_host() {
    let mut conversation = Conversation::new(settings(|settings| settings.authorize = false));
    conversation.load();
    conversation.render();
    assert_eq!(conversation.extension.state().session, Session::HandledByApp);
    conversation.push("authorize", json!({ "session_id": "s1" }));
    conversation.push("authorize_error", Value::Null);
    conversation.host.set_answering(Answering::Silent);
    conversation.extension.refresh_session(conversation.now);
    conversation.advance(10_000);
    assert_eq!(conversation.extension.state().session, Session::HandledByApp);
    assert_eq!(conversation.changes_of(Slice::Session), 0);
    assert_eq!(conversation.events(), ["authorize", "authorize_error"], "the raw events still reach the app");
}
