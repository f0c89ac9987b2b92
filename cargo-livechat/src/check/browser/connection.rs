//! A connection to Chromium's debugging protocol: JSON over a WebSocket.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Error, Message as Packet, WebSocket};

use crate::prelude::*;

/// The shortest wait: the system rounds shorter ones to zero, which means forever.
const SHORTEST: Duration = Duration::from_millis(1);

/// A message from Chromium.
#[derive(Debug)]
pub(in crate::check) enum Message {
    /// The answer to the call with this number.
    Answer(u64, Result<Value, String>),
    /// Something has happened.
    Event(Event),
}

/// Something that has happened in a target.
#[derive(Debug)]
pub(in crate::check) struct Event {
    /// Its name, such as `Fetch.requestPaused`.
    pub(in crate::check) name: String,
    /// The session of the target.
    pub(in crate::check) session: String,
    /// The details.
    pub(in crate::check) data: Value,
}

/// A connection to Chromium. Each visit has a separate one, so that no visit waits for another.
pub(in crate::check) struct Connection {
    socket: WebSocket<TcpStream>,
    calls: u64,
}

impl Connection {
    /// Connects to the address that Chromium has printed.
    pub(in crate::check) fn open(address: &str) -> Result<Self> {
        let server = address.strip_prefix("ws://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let stream = TcpStream::connect(server).context("cannot connect to Chromium; run the command again")?;
        stream.set_nodelay(true)?;
        let (socket, _) = tungstenite::client(address, stream)
            .map_err(|error| anyhow!("Chromium refused the connection ({error}); run the command again"))?;
        Ok(Self { socket, calls: 0 })
    }

    /// Calls a method of a session, or of the browser, without waiting for the answer. Returns the call's number.
    pub(in crate::check) fn send(&mut self, session: Option<&str>, method: &str, parameters: Value) -> Result<u64> {
        self.calls += 1;
        let mut call = json!({ "id": self.calls, "method": method, "params": parameters });
        if let Some(session) = session {
            call["sessionId"] = json!(session);
        }
        self.socket.send(Packet::text(call.to_string())).map_err(lost)?;
        Ok(self.calls)
    }

    /// Returns the next message, or `None` if no message arrives by this time.
    pub(in crate::check) fn receive(&mut self, until: Instant) -> Result<Option<Message>> {
        loop {
            let wait = until.saturating_duration_since(Instant::now()).max(SHORTEST);
            self.socket.get_ref().set_read_timeout(Some(wait))?;
            match self.socket.read() {
                Ok(Packet::Text(text)) => return Ok(Some(parse(serde_json::from_str(&text)?))),
                Ok(_) => {}
                Err(Error::Io(error)) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                    return Ok(None);
                }
                Err(error) => return Err(lost(error)),
            }
        }
    }
}

fn lost(error: Error) -> anyhow::Error {
    anyhow!("the connection to Chromium was closed ({error}); run the command again")
}

fn parse(mut message: Value) -> Message {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match message["id"].as_u64() {
        Some(id) => match message.get("error") {
            Some(error) => Message::Answer(id, Err(text(&error["message"]))),
            None => Message::Answer(id, Ok(message["result"].take())),
        },
        None => Message::Event(Event {
            name: text(&message["method"]),
            session: text(&message["sessionId"]),
            data: message["params"].take(),
        }),
    }
}
