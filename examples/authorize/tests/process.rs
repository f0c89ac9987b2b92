//! The program itself: a real socket, a real process, a port that is taken.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running backend; it ends with the value, also when a test fails.
struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn start(store: &Path) -> Self {
        let mut child = command(store, "0").stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line
            .trim()
            .strip_prefix("Sessions are opened at http://")
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
    command.arg("--port").arg(port).arg("--store").arg(store);
    command
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
    // Killed, not asked to stop: what was answered must be on disk already.
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
    let occupied = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = occupied.local_addr().unwrap().port().to_string();
    let output = command(&folder.path().join("s.redb"), &port).output().unwrap();
    assert!(!output.status.success());
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains(&format!("Port {port} is in use")), "{message}");
    assert!(message.contains("--port"), "{message}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_without_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let mut running = Running::start(&folder.path().join("s.redb"));
    // Once it answers, it listens for the signal too.
    assert!(running.session("none").starts_with("HTTP/1.1 401"));
    let id = running.child.id().to_string();
    let sent = Command::new("sh").args(["-c", "kill -INT \"$0\"", &id]).status().unwrap();
    assert!(sent.success());
    assert!(running.child.wait().unwrap().success());
}
