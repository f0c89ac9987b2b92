//! Sends the style sheets to each open page: the simulator's, and those in its iframes.

use axum::Router;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::page::Sheet;
use super::watch::Style;
use crate::prelude::*;

/// The script that the hook adds to the page.
const SCRIPT: &str = include_str!("page.js");

/// Serves the script, and the style sheets to a WebSocket. An event stream would not do: a browser opens six
/// connections to a server, and a second tab of the simulator would wait for its script.
pub(super) async fn run(listener: TcpListener, sheets: Vec<(PathBuf, Sheet)>) {
    let (sender, styles) = watch::channel(Vec::new());
    tokio::spawn(super::watch::run(sheets, sender));
    let connect = move |upgrade: WebSocketUpgrade| {
        let styles = styles.clone();
        async move { upgrade.on_upgrade(|socket| send(socket, styles)) }
    };
    let router = Router::new()
        .route("/styles.js", get(|| async { ([(CONTENT_TYPE, "text/javascript")], SCRIPT) }))
        .route("/styles", get(connect));
    if let Err(error) = axum::serve(listener, router).await {
        eprintln!("Saved style sheets are no longer shown: {error}. Run the command again.");
    }
}

/// Sends all style sheets, and then each saved one, until the page is closed.
async fn send(mut socket: WebSocket, mut styles: watch::Receiver<Vec<Style>>) {
    let mut sent = Vec::new();
    loop {
        let now = styles.borrow_and_update().clone();
        for style in now.iter().filter(|style| !sent.contains(*style)) {
            let message = json!({ "index": style.index, "text": style.text }).to_string();
            if socket.send(Message::Text(message.into())).await.is_err() {
                return;
            }
        }
        sent = now;
        tokio::select! {
            changed = styles.changed() => if changed.is_err() { return },
            received = socket.recv() => if !matches!(received, Some(Ok(_))) { return },
        }
    }
}
