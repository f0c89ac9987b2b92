//! The program itself: real sockets, a used port, invalid flags.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

/// A running fake; dropping the value ends it, even if a test fails.
struct Running {
    child: Child,
    line: String,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        let mut child = command(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { child, line }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fake-livechat"));
    command.args(["--accounts-port", "0", "--api-port", "0"]).args(arguments);
    command
}

fn get(origin: &str, path: &str) -> String {
    let address = origin.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn refusal(arguments: &[&str]) -> String {
    let Output { status, stderr, .. } =
        Command::new(env!("CARGO_BIN_EXE_fake-livechat")).args(arguments).output().unwrap();
    assert!(!status.success(), "{arguments:?}");
    String::from_utf8(stderr).unwrap()
}

#[test]
fn it_prints_two_loopback_origins_as_json_and_answers_there() {
    let running =
        Running::start(&["--json", "--client-id", "mine", "--redirect-uri", "http://localhost:1/", "--region", "fra"]);
    let addresses: Value = serde_json::from_str(&running.line).unwrap();
    assert_eq!(addresses["client_id"], "mine");
    assert_eq!(addresses["redirect_uris"], json!(["http://localhost:1/"]));
    let (accounts, api) = (addresses["accounts"].as_str().unwrap(), addresses["api"].as_str().unwrap());
    assert_ne!(accounts, api);
    assert!(accounts.starts_with("http://127.0.0.1:") && api.starts_with("http://127.0.0.1:"), "{addresses}");
    let path = "/?client_id=mine&redirect_uri=http%3A%2F%2Flocalhost%3A1%2F&response_type=token";
    assert!(get(accounts, path).starts_with("HTTP/1.1 200"));
    assert!(get(api, "/fake/switches").contains(r#""region":"fra""#));
}

#[test]
fn without_flags_it_takes_any_app_of_this_machine() {
    let running = Running::start(&["--json"]);
    let addresses: Value = serde_json::from_str(&running.line).unwrap();
    assert_eq!((&addresses["client_id"], &addresses["redirect_uris"]), (&Value::Null, &Value::Null));
    let path = "/?client_id=any&redirect_uri=http%3A%2F%2Flocalhost%3A4333%2F&response_type=token";
    assert!(get(addresses["accounts"].as_str().unwrap(), path).starts_with("HTTP/1.1 200"));
}

#[test]
fn it_says_that_it_listens_on_this_machine_only() {
    let running = Running::start(&[]);
    assert!(running.line.contains("this machine only"), "{}", running.line);
}

#[test]
fn a_taken_port_is_one_sentence_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for flag in ["--accounts-port", "--api-port"] {
        let other = if flag == "--api-port" { "--accounts-port" } else { "--api-port" };
        let message = refusal(&[flag, &port, other, "0"]);
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(message.contains(&format!("port {port} is in use")) && message.contains(flag), "{message}");
    }
}

#[test]
fn invalid_flags_are_one_sentence_with_the_reason() {
    for (arguments, why) in [
        (["--redirect-uri", "http://localhost/?a=b"], "no query"),
        (["--client-id", ""], "client id is empty"),
        (["--scope", "chats"], "chats--access:rw"),
        (["--region", "A:"], "lowercase letters"),
    ] {
        let message = refusal(&arguments);
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(message.contains(why), "{message}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_without_an_error_while_a_stream_is_open() {
    let mut running = Running::start(&["--json"]);
    let addresses: Value = serde_json::from_str(&running.line).unwrap();
    let address = addresses["api"].as_str().unwrap().strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET /fake/events HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    let mut line = String::new();
    BufReader::new(stream.try_clone().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "HTTP/1.1 200 OK\r\n");
    let id = running.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    assert!(running.child.wait().unwrap().success());
}
