//! Facts about the page that the extension runs in.

use std::collections::BTreeMap;

use yew_livechat::{Connection, ConnectionState, protocol::Launch};

/// The fact whether the host has named the iframe.
pub(crate) const IFRAME_NAME: &str = "iframe name";

/// What the window tells. Empty in native tests.
pub(crate) fn facts() -> BTreeMap<String, String> {
    if !cfg!(target_family = "wasm") {
        return BTreeMap::new();
    }
    let Some(window) = web_sys::window() else { return BTreeMap::new() };
    let search = window.location().search().unwrap_or_default();
    let has = |name: &str| if search.contains(&format!("{name}=")) { "in the address" } else { "not in the address" };
    BTreeMap::from([
        (IFRAME_NAME.to_owned(), name_of(&window.name().unwrap_or_default()).to_owned()),
        ("plugin_id".to_owned(), has("plugin_id").to_owned()),
        ("theme".to_owned(), has("theme").to_owned()),
        ("connection".to_owned(), has("connection").to_owned()),
    ])
}

/// Whether the host has named the iframe. The framework stores the launch parameters in a name that is free.
fn name_of(name: &str) -> &'static str {
    if name.is_empty() || (name.starts_with('?') && Launch::part_of(name).is_some()) {
        "none"
    } else {
        "named by the host"
    }
}

/// What the connection tells.
pub(crate) fn facts_of(connection: &Connection) -> Vec<(&'static str, String)> {
    let state = match &connection.state {
        ConnectionState::Connecting => "connecting".to_owned(),
        ConnectionState::Connected { origin, driver } => format!("{origin} with the {driver:?} driver").to_lowercase(),
        ConnectionState::Failed(error) => error.to_string(),
        ConnectionState::NotInFrame => "not in an iframe".to_owned(),
    };
    vec![
        ("host", state),
        ("connections", connection.number.to_string()),
        ("refused messages", connection.refused.to_string()),
        ("skipped fields", skipped(connection)),
    ]
}

/// The fields that could not be read, by name.
fn skipped(connection: &Connection) -> String {
    match connection.last_skipped.as_slice() {
        [] => connection.skipped.to_string(),
        fields => {
            format!("{}: {}", connection.skipped, fields.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn the_framework_s_launch_parameters_are_not_a_name() {
        assert_eq!(name_of(""), "none");
        assert_eq!(name_of("?plugin_id=1&theme=light"), "none");
        assert_eq!(name_of("extension-frame-7"), "named by the host");
    }
}
