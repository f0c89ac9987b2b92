//! The program itself: a real socket, a real process, a used port.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use authorize_example::api_key::VARIABLE;

/// A running backend; dropping the value ends it, even if a test fails.
struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn start(store: &Path) -> Self {
        Self::start_with(command(store, "0"))
    }

    fn start_with(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line
            .trim()
            .strip_prefix("Listening for sign-ins at http://")
            .and_then(|rest| rest.strip_suffix("/authorize/"))
            .unwrap_or_else(|| panic!("unexpected first line: {line:?}"))
            .to_owned();
        Self { child, address }
    }

    fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn authorize(&self, body: &str) -> String {
        self.send(&format!(
            "POST /authorize/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    fn session(&self, id: &str) -> String {
        self.send(&format!(
            "GET /session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {id}\r\n\r\n"
        ))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(store: &Path, port: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_authorize-example"));
    command.arg("--port").arg(port).arg("--store").arg(store).env_remove(VARIABLE);
    command
}

/// A port that is in use while the listener lives. Dropping it also ends a backend that should have refused to start.
fn occupied() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    (listener, port)
}

/// The backend's error, which is one sentence.
fn refusal(mut command: Command) -> String {
    let Output { status, stderr, .. } = command.output().unwrap();
    assert!(!status.success(), "{command:?} should fail");
    let message = String::from_utf8(stderr).unwrap();
    assert_eq!(message.lines().count(), 1, "{message}");
    message
}

#[test]
fn a_session_outlives_the_process_and_the_api_key_is_not_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("sessions.redb");
    let api_key = "an-api-key-nobody-else-would-write";
    let first = Running::start(&store);
    let answer = first.authorize(&format!(r#"{{"login": "anna@example.com", "api_key": "{api_key}"}}"#));
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    let id = body["session_id"].as_str().unwrap().to_owned();
    // Killed without warning: acknowledged sessions must be on disk already.
    drop(first);

    let bytes = std::fs::read(&store).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds("anna@example.com"), "the search itself works");
    assert!(!holds(api_key));

    let answer = Running::start(&store).session(&id);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("anna@example.com"), "{answer}");
}

#[test]
fn an_occupied_port_is_one_sentence_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let (_occupied, port) = occupied();
    let message = refusal(command(&folder.path().join("s.redb"), &port));
    assert!(message.contains(&format!("Port {port} is in use")), "{message}");
    assert!(message.contains("--port"), "{message}");
}

#[test]
fn an_api_key_on_the_command_line_is_refused_and_not_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let (_occupied, port) = occupied();
    for arguments in [&["--api-key", "s3cret-key"][..], &["--api-key=s3cret-key"], &["--api-key"]] {
        let mut command = command(&folder.path().join("s.redb"), &port);
        command.args(arguments);
        let message = refusal(command);
        assert!(message.starts_with("--api-key is refused"), "{message}");
        assert!(message.contains(VARIABLE) && message.contains("--api-key-file"), "{message}");
        assert!(!message.contains("s3cret-key"), "{message}");
    }
}

#[test]
fn the_api_key_comes_from_the_environment_or_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    std::fs::write(&file, "s3cret-key\n").unwrap();
    let command = || command(&folder.path().join("s.redb"), "0");
    let mut from_environment = command();
    from_environment.env(VARIABLE, "s3cret-key");
    let mut from_file = command();
    from_file.arg("--api-key-file").arg(&file);
    for command in [from_environment, from_file] {
        let backend = Running::start_with(command);
        let right = backend.authorize(r#"{"login": "anna", "api_key": "s3cret-key"}"#);
        assert!(right.starts_with("HTTP/1.1 200"), "{right}");
        let wrong = backend.authorize(r#"{"login": "anna", "api_key": "another"}"#);
        assert!(wrong.starts_with("HTTP/1.1 401"), "{wrong}");
    }
}

#[test]
fn an_api_key_that_is_configured_wrongly_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    std::fs::write(&file, "\n").unwrap();
    let (_occupied, port) = occupied();
    let command = || command(&folder.path().join("s.redb"), &port);

    let mut empty_variable = command();
    empty_variable.env(VARIABLE, " ");
    let message = refusal(empty_variable);
    assert!(message.starts_with(&format!("{VARIABLE} is empty")), "{message}");

    let mut empty_file = command();
    empty_file.arg("--api-key-file").arg(&file);
    let message = refusal(empty_file);
    assert!(message.starts_with(&format!("{} is empty", file.display())), "{message}");

    let mut no_file = command();
    no_file.arg("--api-key-file").arg(folder.path().join("missing"));
    let message = refusal(no_file);
    assert!(message.starts_with("cannot read the API key from"), "{message}");

    let mut both = command();
    both.env(VARIABLE, "s3cret-key").arg("--api-key-file").arg(&file);
    let message = refusal(both);
    assert!(message.contains("is both in"), "{message}");
    assert!(!message.contains("s3cret-key"), "{message}");
}

#[cfg(unix)]
impl Running {
    fn interrupt(&self) {
        let id = self.child.id().to_string();
        let sent = Command::new("sh").args(["-c", "kill -INT \"$0\"", &id]).status().unwrap();
        assert!(sent.success());
    }

    /// Whether it exited without an error. Fails if it is still running long after it should have ended.
    fn ends_well(&mut self) -> bool {
        let since = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.success();
            }
            assert!(since.elapsed() < Duration::from_secs(60), "it is still running");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_without_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let mut running = Running::start(&folder.path().join("s.redb"));
    // Once it responds, its signal handler is active.
    assert!(running.session("none").starts_with("HTTP/1.1 401"));
    running.interrupt();
    assert!(running.ends_well());
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_while_a_request_is_half_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut running = Running::start(&folder.path().join("s.redb"));
    let mut stream = TcpStream::connect(&running.address).unwrap();
    let half = "POST /authorize/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n";
    stream.write_all(half.as_bytes()).unwrap();
    // The response to `Expect` shows that the backend is waiting for the body.
    let mut line = String::new();
    BufReader::new(stream.try_clone().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "HTTP/1.1 100 Continue\r\n");
    running.interrupt();
    assert!(running.ends_well());
    drop(stream);
}
