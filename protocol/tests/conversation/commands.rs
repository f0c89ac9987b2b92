//! Commands: queued, sent once, answered, refused, timed out.

use livechat_protocol::{Answering, CommandError, ExtensionSettings, HostOutput, Id, PutMessage, RemoteError, limits};
use serde_json::{Value, json};

use crate::harness::{Conversation, EXTENSION, HOST, OWNER, at, frame, plain, settings, well};

fn open_and_silent() -> Conversation {
    let mut conversation = Conversation::open();
    conversation.host.set_answering(Answering::Silent);
    conversation
}

#[test]
fn fault_28_commands_before_the_connection_are_sent_in_order_and_once() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    let calls = ["a", "b", "c"].map(|text| conversation.put(text));
    conversation.load();
    assert!(conversation.received_names().is_empty(), "connected, and not rendered yet");
    let fourth = conversation.put("d");
    conversation.render();
    let fifth = conversation.put("e");
    assert_eq!(
        conversation.received_names(),
        ["plugin_inited", "put_message", "put_message", "put_message", "put_message", "put_message"]
    );
    assert_eq!(conversation.received_texts(), ["a", "b", "c", "d", "e"]);
    conversation.advance(60_000);
    assert_eq!(conversation.received_texts().len(), 5);
    for call in calls.into_iter().chain([fourth, fifth]) {
        assert_eq!(conversation.ends_of(call), [Ok(())]);
    }
    assert_eq!(conversation.extension.connection().failed, 0);
}

#[test]
fn fault_28_a_queued_command_that_was_sent_is_not_sent_on_the_next_connection() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    conversation.host.set_answering(Answering::Silent);
    let call = conversation.put("hello");
    conversation.load();
    conversation.render();
    assert_eq!(conversation.received_texts(), ["hello"]);
    conversation.load();
    assert_eq!(conversation.ends_of(call), [Err(CommandError::Interrupted)]);
    assert_eq!(conversation.received_names(), ["plugin_inited", "put_message", "plugin_inited"]);
}

#[test]
fn fault_28_with_the_plain_driver_commands_wait_for_the_host_and_are_sent_in_order_and_once() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    let calls = ["a", "b"].map(|text| conversation.put(text));
    assert!(!conversation.posted_names().contains(&"put_message"), "the host is not known yet");
    conversation.load();
    conversation.push("message_sent", Value::Null);
    conversation.push("message_sent", Value::Null);
    assert_eq!(conversation.received_names(), ["plugin_inited", "put_message", "put_message"]);
    assert_eq!(conversation.received_texts(), ["a", "b"]);
    assert!(calls.into_iter().all(|call| conversation.ends_of(call) == [Ok(())]));
}

#[test]
fn fault_28_a_full_queue_is_an_error_to_the_caller() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    for index in 0..limits::QUEUED_COMMANDS {
        let call = conversation.put(&index.to_string());
        assert_eq!(conversation.ends_of(call), []);
    }
    let overflow = conversation.put("one too many");
    assert_eq!(conversation.ends_of(overflow), [Err(CommandError::QueueFull)]);
    assert_eq!(conversation.extension.connection().failed, 1);
    conversation.load();
    conversation.render();
    let expected: Vec<String> = (0..limits::QUEUED_COMMANDS).map(|index| index.to_string()).collect();
    assert_eq!(conversation.received_texts(), expected);
    // The queue is empty again.
    let later = conversation.put("later");
    assert_eq!(conversation.ends_of(later), [Ok(())]);
}

#[test]
fn too_many_unanswered_commands_are_an_error_to_the_caller() {
    let mut conversation = open_and_silent();
    let calls: Vec<_> = (0..limits::PENDING_COMMANDS)
        .map(|_| conversation.extension.send(at(0), &PutMessage::new("x").unwrap()))
        .collect();
    conversation.carry();
    let posted = conversation.from_extension.len();
    let overflow = conversation.put("one too many");
    assert_eq!(conversation.ends_of(overflow), [Err(CommandError::QueueFull)]);
    assert_eq!(conversation.from_extension.len(), posted);
    // There is room again once one is answered: request 0 was `plugin_inited`.
    conversation.deliver(HOST, well(0, 1));
    assert_eq!(conversation.ends_of(calls[0]), [Ok(())]);
    let later = conversation.put("later");
    assert_eq!(conversation.ends_of(later), []);
}

#[test]
fn fault_29_an_unanswered_command_times_out_after_10_s_and_not_before() {
    let mut conversation = open_and_silent();
    let first = conversation.put("first");
    conversation.advance(4_000);
    let second = conversation.put("second");
    conversation.advance(5_999);
    assert_eq!(conversation.ends_of(first), []);
    conversation.advance(1);
    assert_eq!(conversation.ends_of(first), [Err(CommandError::TimedOut)]);
    assert_eq!(conversation.ends_of(second), []);
    conversation.advance(4_000);
    assert_eq!(conversation.ends_of(second), [Err(CommandError::TimedOut)]);
    let connection = conversation.extension.connection();
    assert_eq!(connection.failed, 2);
    let failure = connection.last_failure.as_ref().expect("a command failed");
    assert_eq!((failure.command.as_str(), &failure.error), ("put_message", &CommandError::TimedOut));
    assert_eq!(conversation.received_texts(), ["first", "second"], "the host had it all the same");
}

#[test]
fn fault_29_a_command_ends_after_the_time_that_was_set_and_not_before() {
    let mut conversation = Conversation::new(settings(|settings| settings.command_timeout = at(2_000)));
    conversation.load();
    conversation.render();
    conversation.host.set_answering(Answering::Silent);
    conversation.advance(1_000);
    let call = conversation.put("hello");
    assert_eq!(conversation.received_texts(), ["hello"]);
    conversation.advance(1_999);
    assert_eq!(conversation.ends_of(call), []);
    conversation.advance(1);
    assert_eq!(conversation.ends_of(call), [Err(CommandError::TimedOut)]);
}

#[test]
fn a_command_that_was_never_sent_reports_it() {
    let mut conversation = Conversation::new(settings(|settings| settings.command_timeout = at(2_000)));
    let call = conversation.put("hello");
    conversation.advance(1_999);
    assert_eq!(conversation.ends_of(call), []);
    conversation.advance(1);
    assert_eq!(conversation.ends_of(call), [Err(CommandError::NotConnected)]);
    conversation.load();
    conversation.render();
    assert_eq!(conversation.received_names(), ["plugin_inited"], "it is not sent after all");
}

/// The time starts with the call: `plugin_inited`, which is sent before queued commands and has its full time, must
/// not delay the timeout of a command that is older than it.
#[test]
fn a_command_that_waited_for_the_connection_times_out_10_s_after_the_call() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    conversation.host.set_answering(Answering::Silent);
    let call = conversation.put("hello");
    conversation.advance(4_000);
    conversation.load();
    conversation.render();
    assert_eq!(conversation.received_texts(), ["hello"]);
    assert_eq!(conversation.extension.next_deadline(), Some(at(10_000)));
    conversation.advance(6_000);
    assert_eq!(conversation.ends_of(call), [Err(CommandError::TimedOut)]);
    let failed = conversation.extension.connection().failed;
    conversation.advance(4_000);
    assert_eq!(conversation.extension.connection().failed, failed + 1, "`plugin_inited` has its own 10 s");
}

#[test]
fn fault_29_the_error_of_a_refusing_host_reaches_the_caller() {
    for code in [None, Some(Id::Text("unknown_section".into())), Some(Id::Number(404))] {
        let mut conversation = Conversation::open();
        let error = RemoteError { message: "no such section".into(), code };
        conversation.host.set_answering(Answering::Refuse(error.clone()));
        let call = conversation.put("hello");
        assert_eq!(conversation.ends_of(call), [Err(CommandError::Refused(error.clone()))]);
        let failure = conversation.extension.connection().last_failure.clone().expect("a command failed");
        assert_eq!(failure.error, CommandError::Refused(error));
        assert!(failure.to_string().contains("put_message") && failure.to_string().contains("no such section"));
    }
}

#[test]
fn a_thrown_value_other_than_an_error_reaches_the_caller_as_text() {
    let mut conversation = open_and_silent();
    let call = conversation.put("hello");
    let data = json!({ "error": true, "result": { "real": false, "error": { "reason": 7 } } });
    conversation.deliver(HOST, frame(0, "response", data, json!(1)));
    let error = RemoteError { message: r#"{"reason":7}"#.into(), code: None };
    assert_eq!(conversation.ends_of(call), [Err(CommandError::Refused(error))]);
}

#[test]
fn fault_30_doubled_late_and_unknown_answers_are_ignored() {
    let mut conversation = open_and_silent();
    let answered = conversation.put("answered");
    let late = conversation.put("late");
    conversation.deliver(HOST, well(0, 1));
    assert_eq!(conversation.ends_of(answered), [Ok(())]);

    let error = json!({ "error": true, "result": { "real": true, "error": { "message": "no" } } });
    conversation.deliver(HOST, well(0, 1));
    conversation.deliver(HOST, frame(0, "response", error.clone(), json!(1)));
    conversation.advance(10_000);
    assert_eq!(conversation.ends_of(late), [Err(CommandError::TimedOut)]);
    conversation.deliver(HOST, well(0, 2));

    let said = conversation.extension_said.len();
    for request in [json!(99), json!(-1), Value::Null, json!(9_007_199_254_740_991_u64)] {
        conversation.deliver(HOST, well(0, request));
    }
    assert_eq!(conversation.extension_said.len(), said, "nothing changed, nothing settled, nothing refused");
    assert_eq!(conversation.ends_of(answered), [Ok(())]);
    assert_eq!(conversation.ends_of(late), [Err(CommandError::TimedOut)]);
}

#[test]
fn fault_30_answers_that_nobody_awaits_leave_nothing_behind() {
    let mut conversation = Conversation::open();
    let (said, posted) = (conversation.extension_said.len(), conversation.from_extension.len());
    let connection = conversation.extension.connection().clone();
    for request in 0..10_000 {
        conversation.deliver(HOST, well(0, request));
    }
    assert_eq!((conversation.extension_said.len(), conversation.from_extension.len()), (said, posted));
    assert_eq!(conversation.extension.connection(), &connection);
    assert_eq!(conversation.extension.next_deadline(), None, "nothing waits");
    // Otherwise these would be answered before they are sent.
    conversation.host.set_answering(Answering::Silent);
    let call = conversation.put("hello");
    assert_eq!(conversation.ends_of(call), []);
}

#[test]
fn answers_in_another_order_reach_their_own_commands() {
    let mut conversation = open_and_silent();
    let (first, second) = (conversation.put("first"), conversation.put("second"));
    let error = json!({ "error": true, "result": { "real": true, "error": { "message": "no" } } });
    conversation.deliver(HOST, frame(0, "response", error, json!(2)));
    conversation.deliver(HOST, well(0, 1));
    assert_eq!(conversation.ends_of(first), [Ok(())]);
    let refused = RemoteError { message: "no".into(), code: None };
    assert_eq!(conversation.ends_of(second), [Err(CommandError::Refused(refused))]);
}

#[test]
fn an_answer_of_another_connection_settles_nothing() {
    let mut conversation = open_and_silent();
    let call = conversation.put("hello");
    let mut other_owner = well(0, 1);
    other_owner["owner"] = json!("somebody else");
    conversation.deliver(HOST, other_owner);
    conversation.deliver(HOST, well(1, 1));
    assert_eq!(conversation.ends_of(call), []);
    assert_eq!(conversation.refusals().len(), 2);
    assert!(
        conversation
            .refusals()
            .iter()
            .all(|refusal| refusal.reason == livechat_protocol::RefusalReason::OtherConnection)
    );
    let mut same_owner = well(0, 1);
    same_owner["owner"] = json!(OWNER);
    conversation.deliver(HOST, same_owner);
    assert_eq!(conversation.ends_of(call), [Ok(())]);
}

#[test]
fn a_host_takes_commands_by_the_one_method_alone() {
    let mut conversation = Conversation::open();
    let command = json!({ "plugin_id": null, "message": "put_message", "data": "hello" });
    let call = |method: &str| frame(0, "call", json!({ "method": method, "args": [command] }), json!(1));
    conversation.host.receive(EXTENSION, &call("toString"));
    conversation.carry();
    assert_eq!(conversation.host_said.last(), Some(&HostOutput::Ignored));
    conversation.host.receive(EXTENSION, &call("handle"));
    conversation.carry();
    assert_eq!(conversation.received_texts(), ["hello"]);
}
