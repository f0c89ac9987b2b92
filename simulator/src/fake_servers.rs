//! Where to look for the fake LiveChat.

use livechat_protocol::FakeServers;

/// The default port of the fake's accounts server; its API uses the next port.
const PORT: u16 = 8811;

/// The fake's servers. `cargo xtask dev` sets their ports at compile time.
pub(crate) fn fake_servers() -> Option<FakeServers> {
    let chosen = option_env!("YEW_LIVECHAT_FAKE_PORT").and_then(|port| port.parse().ok());
    let port: u16 = chosen.unwrap_or(PORT);
    FakeServers::new(&origin(port), &origin(port.checked_add(1)?))
}

/// The origin of the fake's API server.
pub(crate) fn fake_api() -> String {
    fake_servers().map(|fake| fake.api().to_owned()).unwrap_or_default()
}

fn origin(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}
