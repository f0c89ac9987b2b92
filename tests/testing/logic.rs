//! What is around components: commands, their answers, and the host's state, without a page.

use std::time::Duration;

use serde_json::json;
use yew_livechat::{
    CommandError,
    prelude::*,
    protocol::{Answering, Driver, RemoteError, limits},
    testing::{Faults, HOST_ORIGIN, ScriptedHost, block_on, until},
};

use crate::{failure, named_failure};

fn named(name: &str) -> (String, serde_json::Value) {
    (name.to_owned(), json!(null))
}

#[test]
fn a_command_that_cannot_be_built_fails_and_is_not_sent() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    let details = extension.handle();
    let invalid = |sent: Acknowledgement| match block_on(sent) {
        Err(CommandError::Invalid(error)) => error.to_string(),
        other => panic!("it should be invalid, and is {other:?}"),
    };
    assert_eq!(invalid(details.put_message(" ")), "`put_message.text` is empty: it needs text");
    assert_eq!(invalid(details.toast_success("")), "`toast.content` is empty: it needs text");
    assert_eq!(
        invalid(details.send_cards(rich_message::Cards::new([]))),
        "`rich_message.elements` has 0 items: it takes at least 1"
    );
    assert_eq!(invalid(details.track("")), "`track.event_name` is empty: it needs text");
    let failure = extension.connection().last_failure.unwrap();
    assert_eq!(failure.command, "track");
    assert_eq!(host.commands().iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["plugin_inited"]);
}

#[test]
fn a_failed_command_shows_its_notice_and_a_successful_one_does_not() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    let details = extension.handle();
    let toasts = || host.commands().into_iter().filter(|(name, _)| name == "set_toast").map(|(_, data)| data);
    assert_eq!(block_on(details.put_message("Hi").or_toast("Couldn't insert it.")), Ok(()));
    assert_eq!(toasts().count(), 0);

    let error = RemoteError { message: "locked".to_owned(), code: None };
    host.set_answering(Answering::Refuse(error.clone()));
    let outcome = block_on(details.put_message("Hi").or_toast("Couldn't insert it."));
    assert_eq!(outcome, Err(CommandError::Refused(error)));
    assert_eq!(toasts().collect::<Vec<_>>(), [json!({ "content": "Couldn't insert it.", "kind": "error" })]);

    host.set_answering(Answering::Accept);
    drop(details.put_message(" ").or_toast("There was nothing to insert."));
    assert_eq!(toasts().next_back().unwrap()["content"], "There was nothing to insert.", "it failed before `or_toast`");
    assert_eq!(toasts().count(), 2);
}

#[test]
fn a_value_that_is_made_where_it_is_sent_needs_no_ceremony() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::fullscreen());
    let page = extension.handle();
    for sent in [page.toast_error("No"), page.navigate("/chats"), page.track("seen")] {
        assert_eq!(block_on(sent), Ok(()));
    }
    let command = |name: &str| block_on(host.command(name));
    assert_eq!(command("set_toast"), json!({ "content": "No", "kind": "error" }));
    assert_eq!(command("navigate_from_fullscreen_widget"), json!("/chats"));
    assert_eq!(command("track")["event_name"], "seen");
}

#[test]
fn an_extension_without_a_page_talks_to_its_host() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    assert_eq!(host.commands(), [named("plugin_inited")]);
    host.send("customer_profile", &json!({ "id": "C1", "name": "Mary" })).unwrap();
    assert_eq!(extension.state().customer_profile.shown().unwrap().name.as_deref(), Some("Mary"));
    assert_eq!(block_on(extension.handle().put_message("Hi")), Ok(()));
    assert_eq!(host.commands().last().unwrap(), &("put_message".to_owned(), json!("Hi")));
    let ConnectionState::Connected { origin, driver } = extension.connection().state else { panic!("connected") };
    assert_eq!((origin.to_string().as_str(), driver), (HOST_ORIGIN, Driver::Trusted));
}

#[test]
fn every_placement_has_its_own_commands() {
    let host = ScriptedHost::speaking(Driver::Plain);
    let message_box = host.connect(Extension::message_box());
    message_box.handle().put_message("Hi");
    block_on(async {
        assert_eq!(host.command("put_messagebox_message").await, json!({ "type": "message", "value": "Hi" }));
    });
    let host = ScriptedHost::new();
    let settings = host.connect(Extension::settings());
    settings.handle().redirect("https://shop.example");
    assert_eq!(block_on(host.command("redirect")), json!("https://shop.example"));
}

#[test]
fn refusals_and_time_outs_come_without_waiting() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    let error = RemoteError { message: "locked".to_owned(), code: None };
    host.set_answering(Answering::Refuse(error.clone()));
    assert_eq!(block_on(extension.handle().put_message("Hi")), Err(CommandError::Refused(error)));
    host.set_answering(Answering::Silent);
    let sent = extension.handle().put_message("Hi");
    block_on(host.elapse(Duration::from_millis(9_999)));
    assert_eq!(extension.connection().failed, 1);
    block_on(host.elapse(Duration::from_millis(1)));
    assert_eq!(block_on(sent), Err(CommandError::TimedOut));
}

#[test]
fn fault_28_commands_before_the_connection_wait_in_order_and_the_caller_of_one_too_many_is_told() {
    let host = ScriptedHost::new();
    host.set_faults(Faults { silent: true, ..Faults::default() });
    let extension = host.connect(Extension::details());
    let put = |number: usize| extension.handle().put_message(number.to_string());
    let mut waiting: Vec<_> = (0..limits::QUEUED_COMMANDS).map(put).collect();
    assert_eq!(block_on(put(limits::QUEUED_COMMANDS)), Err(CommandError::QueueFull));
    assert_eq!(host.commands(), []);

    host.set_faults(Faults::default());
    host.reconnect();
    assert_eq!(block_on(waiting.pop().unwrap()), Ok(()));
    let texts = (0..limits::QUEUED_COMMANDS).map(|number| ("put_message".to_owned(), json!(number.to_string())));
    assert_eq!(host.commands(), [named("plugin_inited")].into_iter().chain(texts).collect::<Vec<_>>());
}

#[test]
fn fault_29_the_time_that_an_extension_sets_and_what_the_host_says_reach_the_caller() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details().command_timeout(Duration::from_secs(2)));
    let error = RemoteError { message: "no such section".to_owned(), code: Some("UNKNOWN".into()) };
    host.set_answering(Answering::Refuse(error.clone()));
    assert_eq!(block_on(extension.handle().put_message("Hi")), Err(CommandError::Refused(error)));

    host.set_answering(Answering::Silent);
    let sent = extension.handle().put_message("Hi");
    block_on(host.elapse(Duration::from_millis(1_999)));
    assert_eq!(extension.connection().failed, 1);
    block_on(host.elapse(Duration::from_millis(1)));
    assert_eq!(block_on(sent), Err(CommandError::TimedOut));
}

#[test]
fn fault_16_an_extension_shows_the_new_customer_and_never_the_one_before() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    let ann = json!({ "id": "C1", "name": "Ann", "chat": { "id": "T1" } });
    for odd in [json!({ "chat": "T2" }), json!({ "email": {} }), json!({ "customVariables": [7] })] {
        host.send("customer_profile", &ann).unwrap();
        assert_eq!(extension.state().customer_profile.shown().unwrap().id, "C1");
        let before = extension.connection().skipped;
        let mut bob = odd.clone();
        bob["id"] = json!("C2");
        host.send("customer_profile", &bob).unwrap();
        let shown = extension.state().customer_profile.shown().unwrap().clone();
        assert_eq!((shown.id.as_str(), &shown.name, &shown.chat.id), ("C2", &None, &None), "{odd}");
        assert_eq!(extension.connection().skipped, before + 1, "{odd}");
    }
    host.send("customer_profile", &json!({ "name": "Bob" })).unwrap();
    assert!(matches!(extension.state().customer_profile, CustomerProfileState::Unreadable(_)));
    assert_eq!(extension.connection().refused, 1);
}

#[test]
fn a_slow_way_takes_the_hosts_time_and_nobody_elses() {
    let host = ScriptedHost::new();
    host.set_faults(Faults { latency: Duration::from_secs(2), ..Faults::default() });
    let extension = host.connect(Extension::details());
    assert_eq!(extension.connection().state, ConnectionState::Connecting);
    let sent = extension.handle().put_message("Hi");
    block_on(async {
        assert_eq!(host.command("put_message").await, json!("Hi"));
        host.settle().await;
        assert_eq!(sent.await, Ok(()));
    });
}

#[test]
fn a_host_that_refuses_everything_is_a_fault_too() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    host.set_faults(Faults { refusing: true, ..Faults::default() });
    assert!(matches!(block_on(extension.handle().put_message("Hi")), Err(CommandError::Refused(_))));
    host.set_faults(Faults::default());
    assert_eq!(block_on(extension.handle().put_message("Hi")), Ok(()));
}

#[test]
fn a_new_connection_interrupts_and_is_told_again() {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    host.set_answering(Answering::Silent);
    let sent = extension.handle().put_message("Hi");
    host.reconnect();
    assert_eq!(block_on(sent), Err(CommandError::Interrupted));
    assert_eq!(host.commands().iter().filter(|(name, _)| name == "plugin_inited").count(), 2);
}

#[test]
fn a_command_that_does_not_come_fails_with_what_came() {
    let host = ScriptedHost::new();
    assert_eq!(
        named_failure(file!(), || drop(block_on(host.command("put_message")))),
        "the extension did not send `put_message`: it sent nothing; is it connected?"
    );
    let extension = host.connect(Extension::details());
    extension.handle().put_message("Hi");
    assert_eq!(
        named_failure(file!(), || drop(block_on(host.command("send_cards")))),
        "the extension did not send `send_cards`: it sent `plugin_inited` with null, `put_message` with \"Hi\""
    );
    assert_eq!(block_on(host.command("put_message")), json!("Hi"));
    let said = failure(|| drop(block_on(host.command("put_message"))));
    assert!(said.contains("`put_message`: no more of them; it sent"), "{said}");
}

#[test]
fn a_condition_that_never_holds_fails_with_its_name() {
    block_on(until("two is two", || 2 == 2));
    let said = named_failure(file!(), || block_on(until("one is two", || 1 == 2)));
    assert_eq!(said, "this did not happen in time: one is two");
}
