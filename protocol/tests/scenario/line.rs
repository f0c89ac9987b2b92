//! A line: whose faults count for what.

use livechat_protocol::{Answering, Driver, Fate, Faults, Line, LineOutput};
use serde_json::{Value, json};

use super::ms;
use crate::harness::{EXTENSION, OWNER, frame, well};

/// A line whose extension has answered the handshake.
fn connected(faults: Faults) -> Line<Value> {
    let mut line = Line::new(Driver::Trusted, OWNER, faults);
    line.frame_loaded(ms(0));
    line.send_to_host(ms(0), EXTENSION, well(0, Value::Null));
    while line.poll(ms(0)).is_some() {}
    assert!(line.is_connected());
    line
}

/// What the host answers a command.
fn answer(line: &mut Line<Value>) -> Option<Value> {
    let args = json!([{ "plugin_id": null, "message": "put_message", "data": "Hi" }]);
    line.send_to_host(ms(0), EXTENSION, frame(0, "call", json!({ "method": "handle", "args": args }), json!(0)));
    let outputs: Vec<_> = std::iter::from_fn(|| line.poll(ms(0))).collect();
    outputs.into_iter().find_map(|output| match output {
        LineOutput::ToExtension(delivery) => Some(delivery.message["data"].clone()),
        LineOutput::ToHost(_) | LineOutput::Host(_) => None,
    })
}

#[test]
fn a_refusing_host_answers_commands_with_an_error_in_its_own_name() {
    let mut line = connected(Faults { refusing: true, ..Faults::default() });
    let answer = answer(&mut line).expect("an answer");
    assert_eq!(answer["error"], true);
    assert!(answer.to_string().contains("refused by the owner"), "{answer}");
}

#[test]
fn an_answering_that_was_chosen_stays_until_the_faults_say_something_new_about_it() {
    let mut line = connected(Faults::default());
    line.set_answering(Answering::Silent);
    line.set_faults(Faults { doubled: true, ..Faults::default() });
    assert_eq!(answer(&mut line), None);
    line.set_faults(Faults { refusing: true, ..Faults::default() });
    assert_eq!(answer(&mut line).map(|answer| answer["error"].clone()), Some(json!(true)));
    line.set_faults(Faults::default());
    assert_eq!(answer(&mut line).map(|answer| answer["error"].clone()), Some(json!(false)));
}

#[test]
fn towards_the_host_messages_only_take_their_time() {
    let faults = Faults { latency: ms(50), silent: true, doubled: true, reordered: true, ..Faults::default() };
    let mut line = Line::new(Driver::Plain, OWNER, faults);
    line.send_to_host(ms(0), EXTENSION, json!({ "message": "put_message", "data": "Hi" }));
    assert_eq!(line.poll(ms(49)), None);
    assert_eq!(line.next_arrival(), Some(ms(50)));
    let arrived = std::iter::from_fn(|| line.poll(ms(50))).filter_map(|output| match output {
        LineOutput::ToHost(delivery) => Some(delivery.fate),
        LineOutput::ToExtension(_) | LineOutput::Host(_) => None,
    });
    assert_eq!(arrived.collect::<Vec<_>>(), [Fate::Delivered]);
}
