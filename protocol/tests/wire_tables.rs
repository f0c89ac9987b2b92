//! Every frame and message of the protocol's tables, compared as JSON text.

mod harness;

use harness::{Conversation, HOST, settings};
use livechat_protocol::{
    Answering, Body, Driver, Frame, Id, Link, PlacementKind, RawCommand, RawEvent, RemoteError, Theme, ToastKind,
};
use serde_json::{Value, json};

/// The text of a frame, by way of a value: the order of members depends on a feature of `serde_json`.
fn text(literal: &str) -> String {
    let value: Value = literal.parse().unwrap_or_else(|error| panic!("{literal}: {error}"));
    value.to_string()
}

fn link() -> Link {
    Link { owner: "owner".into(), instance: 0 }
}

fn response(answer: Result<Option<Value>, RemoteError>) -> Frame<Value> {
    Frame { link: link(), body: Body::Response(answer), request: Some(4), origin: None }
}

/// `data` of a response, as the table writes it, within the rest of the frame.
fn response_text(data: &str) -> String {
    text(&format!(
        r#"{{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"response","data":{data},"request":4}}"#
    ))
}

fn read(literal: &str) -> Result<Frame<Value>, String> {
    let value: Value = literal.parse().unwrap_or_else(|error| panic!("{literal}: {error}"));
    Frame::from_wire(&value).ok_or("no frame")?.map_err(|error| error.to_string())
}

#[test]
fn the_trusted_driver_writes_the_six_frames_of_the_table() {
    let mut conversation = Conversation::new(settings(|settings| settings.launch.plugin_id = Some("p1".into())));
    conversation.load();
    conversation.render();
    conversation.push("customer_profile", json!({ "id": "C1" }));

    let host: Vec<String> = conversation.from_host.iter().map(Value::to_string).collect();
    let extension: Vec<String> = conversation.from_extension.iter().map(|(_, frame)| frame.to_string()).collect();
    let first = text(
        r#"{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"handshake","data":{},"request":null}"#,
    );
    let second = text(
        r#"{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"response","data":{"error":false,"result":{}},"request":null,"origin":"https://my.livechatinc.com"}"#,
    );
    let third = text(
        r#"{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"call","data":{"method":"handle","args":[{"plugin_id":"p1","message":"plugin_inited","data":null}]},"request":0}"#,
    );
    let fourth = text(
        r#"{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"response","data":{"error":false},"request":0,"origin":"https://extension.example"}"#,
    );
    let fifth = text(
        r#"{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"call","data":{"method":"handle","args":[{"event_name":"livechat:customer_profile","event_data":{"id":"C1"}}]},"request":0}"#,
    );
    let sixth = text(
        r#"{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"response","data":{"error":false},"request":0,"origin":"https://my.livechatinc.com"}"#,
    );
    assert_eq!(host, [first, fourth, fifth]);
    assert_eq!(extension, [second, third, sixth]);
    assert!(conversation.from_extension.iter().all(|(target, _)| target.to_string() == HOST));
}

#[test]
fn each_side_counts_its_own_requests_from_0() {
    let mut conversation = Conversation::open();
    for index in 0..3 {
        conversation.put(&format!("text {index}"));
        conversation.push("message_sent", Value::Null);
    }
    let requests = |frames: Vec<&Value>| -> Vec<i64> {
        frames
            .into_iter()
            .filter(|frame| frame["type"] == "call")
            .filter_map(|frame| frame["request"].as_i64())
            .collect()
    };
    // The extension's request 0 is `plugin_inited`.
    assert_eq!(requests(conversation.from_extension.iter().map(|(_, frame)| frame).collect()), [0, 1, 2, 3]);
    assert_eq!(requests(conversation.from_host.iter().collect()), [0, 1, 2]);
}

#[test]
fn an_event_without_data_has_no_data_on_the_wire() {
    let mut conversation = Conversation::open();
    conversation.push("message_sent", Value::Null);
    let call = conversation.from_host.last().expect("the host pushed");
    assert_eq!(call["data"]["args"], json!([{ "event_name": "livechat:message_sent" }]));
}

#[test]
fn a_refusing_host_writes_the_error_with_its_code() {
    let mut conversation = Conversation::open();
    let error = RemoteError { message: "no".into(), code: Some(Id::Text("E1".into())) };
    conversation.host.set_answering(Answering::Refuse(error));
    conversation.put("hello");
    let answer = conversation.from_host.last().expect("the host answered").to_string();
    let expected = text(
        r#"{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"response","data":{"error":true,"result":{"real":true,"error":{"message":"no","code":"E1"}}},"request":1,"origin":"https://extension.example"}"#,
    );
    assert_eq!(answer, expected);
}

#[test]
fn a_call_of_an_unknown_method_is_answered_with_a_real_error() {
    let mut conversation = Conversation::open();
    let call = harness::frame(0, "call", json!({ "method": "toString", "args": [] }), json!(7));
    conversation.deliver(HOST, call);
    let (_, answer) = conversation.from_extension.last().expect("the extension answered");
    assert_eq!(
        answer.to_string(),
        text(
            r#"{"@@livechat/postmessenger":true,"owner":"owner","instance":0,"type":"response","data":{"error":true,"result":{"real":true,"error":{"message":"no such method"}}},"request":7,"origin":"https://my.livechatinc.com"}"#
        )
    );
}

#[test]
fn answers_are_written_as_the_table_has_them() {
    let error = |code| Err(RemoteError { message: "no".into(), code });
    let table = [
        (Ok(None), r#"{"error":false}"#),
        (Ok(Some(json!({}))), r#"{"error":false,"result":{}}"#),
        (Ok(Some(json!(1.5))), r#"{"error":false,"result":1.5}"#),
        (error(None), r#"{"error":true,"result":{"real":true,"error":{"message":"no"}}}"#),
        (
            error(Some(Id::Text("E1".into()))),
            r#"{"error":true,"result":{"real":true,"error":{"message":"no","code":"E1"}}}"#,
        ),
        (error(Some(Id::Number(404))), r#"{"error":true,"result":{"real":true,"error":{"message":"no","code":404}}}"#),
    ];
    for (answer, data) in table {
        let written = response(answer.clone());
        assert_eq!(written.to_wire().to_string(), response_text(data));
        assert_eq!(read(&response_text(data)), Ok(response(answer)), "{data}");
    }
}

#[test]
fn an_answer_that_threw_no_error_is_read_as_text() {
    let table = [
        (r#""plain words""#, "plain words"),
        ("404", "404"),
        ("null", "null"),
        ("[1,true]", "[1,true]"),
        (r#"{"reason":"x"}"#, r#"{"reason":"x"}"#),
    ];
    for (thrown, message) in table {
        let literal = response_text(&format!(r#"{{"error":true,"result":{{"real":false,"error":{thrown}}}}}"#));
        let expected = response(Err(RemoteError { message: message.into(), code: None }));
        assert_eq!(read(&literal), Ok(expected), "{thrown}");
    }
    // Nothing thrown at all: `undefined` is an absent key.
    let literal = response_text(r#"{"error":true,"result":{"real":false}}"#);
    assert_eq!(read(&literal), Ok(response(Err(RemoteError { message: "null".into(), code: None }))));
}

#[test]
fn an_error_with_an_odd_code_or_message_still_tells_what_it_can() {
    let table = [
        (r#"{"message":"no","code":1.5}"#, "no"),
        (r#"{"message":"no","code":{"a":1}}"#, "no"),
        (r#"{"message":["no","way"],"code":null}"#, r#"["no","way"]"#),
        ("{}", "null"),
    ];
    for (error, message) in table {
        let literal = response_text(&format!(r#"{{"error":true,"result":{{"real":true,"error":{error}}}}}"#));
        let expected = response(Err(RemoteError { message: message.into(), code: None }));
        assert_eq!(read(&literal), Ok(expected), "{error}");
    }
}

#[test]
fn a_null_result_and_an_absent_one_are_the_same() {
    assert_eq!(read(&response_text(r#"{"error":false,"result":null}"#)), Ok(response(Ok(None))));
    assert_eq!(read(&response_text(r#"{"error":false}"#)), Ok(response(Ok(None))));
}

#[test]
fn a_malformed_frame_names_the_field() {
    let frame = |member: &str, value: &str| {
        let mut frame: Value = response_text(r#"{"error":false}"#).parse().expect("a frame");
        frame[member] = value.parse().expect("a value");
        read(&frame.to_string())
    };
    let table = [
        ("owner", "7", "owner is a number, expected text"),
        ("instance", "\"0\"", "instance is text, expected a whole number within 2^53"),
        ("instance", "0.5", "instance is a number, expected a whole number within 2^53"),
        ("type", "null", "type is nothing, expected text"),
        ("data", "null", "data is nothing, expected an object"),
        ("data", r#"{"error":1}"#, "data.error is a number, expected a boolean"),
        ("data", r#"{"error":true}"#, "data.result is nothing, expected an object"),
        ("request", "\"0\"", "request is text, expected a whole number within 2^53"),
        ("origin", "[]", "origin is a list, expected text"),
    ];
    for (member, value, error) in table {
        assert_eq!(frame(member, value), Err(error.to_owned()), "{member} {value}");
    }
    assert!(frame("request", "null").is_ok(), "the frame is well formed but for the member that the table spoils");
}

#[test]
fn only_the_mark_makes_a_frame() {
    for mark in ["false", "1", "\"true\"", "null"] {
        let mut frame: Value = response_text(r#"{"error":false}"#).parse().expect("a frame");
        frame["@@livechat/postmessenger"] = mark.parse().expect("a value");
        assert_eq!(Frame::from_wire(&frame), None, "{mark}");
    }
}

#[test]
fn what_the_library_has_and_the_sdk_does_not_use_is_read_and_left_aside() {
    for (kind, data) in
        [("emit", json!({ "event": "x", "arg": 1 })), ("handshake_echo", json!({})), ("anything", Value::Null)]
    {
        let value = harness::frame(0, kind, data, Value::Null);
        let frame = Frame::from_wire(&value).expect("it is marked").expect("it is well formed");
        assert_eq!(frame.body, Body::Other, "{kind}");
    }
}

#[test]
fn the_plain_driver_posts_bare_messages() {
    for (plugin_id, written) in [(Some("p1"), r#""p1""#), (None, "null")] {
        let mut conversation = Conversation::new(settings(|settings| {
            settings.launch.driver = Driver::Plain;
            settings.launch.plugin_id = plugin_id.map(str::to_owned);
            settings.parent_origin = Some(HOST.into());
        }));
        conversation.load();
        conversation.render();
        conversation.put("Hello");
        conversation.send(RawCommand::new("track", json!({ "event_name": "e", "event_properties": {} })));
        conversation.push("change_theme", json!({ "theme": "dark" }));
        conversation.push("message_sent", Value::Null);

        let posted: Vec<String> = conversation.from_extension.iter().map(|(_, message)| message.to_string()).collect();
        let message =
            |name: &str, data: &str| text(&format!(r#"{{"plugin_id":{written},"message":"{name}","data":{data}}}"#));
        assert_eq!(
            posted,
            [
                message("plugin_inited", "null"),
                message("put_message", r#""Hello""#),
                message("track", r#"{"event_name":"e","event_properties":{}}"#),
            ]
        );
        let pushed: Vec<String> = conversation.from_host.iter().map(Value::to_string).collect();
        assert_eq!(
            pushed,
            [
                text(r#"{"event_name":"livechat:change_theme","event_data":{"theme":"dark"}}"#),
                text(r#"{"event_name":"livechat:message_sent"}"#),
            ]
        );
    }
}

#[test]
fn the_host_reads_the_plugin_id_given_null_and_absent() {
    for (plugin_id, read) in [(json!("p1"), Some("p1")), (Value::Null, None)] {
        let mut host = livechat_protocol::Host::<Value>::new(Driver::Plain, "owner");
        host.receive("https://extension.example", &json!({ "plugin_id": plugin_id, "message": "m", "data": 1 }));
        let Some(livechat_protocol::HostOutput::Command(received)) = host.poll_output() else { panic!("no command") };
        assert_eq!(received.plugin_id.as_deref(), read);
        assert_eq!(received.command, RawCommand::new("m", json!(1)));
    }
    let mut host = livechat_protocol::Host::<Value>::new(Driver::Plain, "owner");
    host.receive("https://extension.example", &json!({ "message": "m" }));
    let Some(livechat_protocol::HostOutput::Command(received)) = host.poll_output() else { panic!("no command") };
    assert_eq!((received.plugin_id, received.command.data), (None, Value::Null));
}

#[test]
fn the_wire_form_of_an_event_reads_back() {
    for data in [Value::Null, json!({ "theme": "dark" }), json!("text"), json!([1, 2])] {
        let event = RawEvent { name: "change_theme".into(), data };
        assert_eq!(RawEvent::from_wire(&event.to_wire()), Some(event));
    }
}

#[test]
fn names_are_read_as_they_are_written_and_others_are_refused_with_what_to_use() {
    for placement in PlacementKind::ALL {
        assert_eq!(placement.to_string().parse(), Ok(placement));
    }
    for theme in [Theme::Light, Theme::Dark] {
        assert_eq!(theme.as_str().parse(), Ok(theme));
    }
    assert_eq!(Driver::Plain.to_string().parse(), Ok(Driver::Plain));
    assert_eq!(ToastKind::Success.to_string().parse(), Ok(ToastKind::Success));
    let message = "side".parse::<PlacementKind>().map_err(|error| error.to_string());
    assert_eq!(message, Err("`side` is not a placement: use details, message-box, fullscreen, settings".to_owned()));
}
