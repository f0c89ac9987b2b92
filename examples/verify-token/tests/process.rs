//! The program, as a person starts it.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};

/// The backend; dropping the value stops it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verify-token-example"));
    command.args(arguments);
    command
}

fn refusal(arguments: &[&str]) -> String {
    let Output { status, stderr, .. } = command(arguments).output().unwrap();
    assert!(!status.success());
    String::from_utf8(stderr).unwrap()
}

#[test]
fn it_listens_where_it_says() {
    let mut command = command(&["--client-id", "my-app", "--organization-id", "org", "--port", "0"]);
    let mut running = Running(command.stdout(Stdio::piped()).spawn().unwrap());
    let mut line = String::new();
    BufReader::new(running.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("Agents are verified at http://").unwrap().strip_suffix("/me").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET /me HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 401") && answer.contains("www-authenticate: Bearer"), "{answer}");
}

#[test]
fn what_is_missing_is_named() {
    assert!(refusal(&["--organization-id", "org"]).contains("--client-id"));
    assert!(refusal(&["--client-id", "my-app"]).contains("--organization-id"));
    let occupied = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = occupied.local_addr().unwrap().port().to_string();
    let message = refusal(&["--client-id", "my-app", "--organization-id", "org", "--port", &port]);
    assert!(message.contains(&port) && message.contains("--port"), "{message}");
}
