//! The state after one event, computed differently than in the machine.

use livechat_protocol::{Authorize, ChangeTheme, CustomerProfile, CustomerProfileState, HostState, Session, decode};
use serde_json::{Value, json};

use crate::harness::handshake;

/// The expected state after one event: decoded by serde instead of the machine.
pub(crate) fn expected(event: Option<&Value>) -> HostState {
    let mut state = HostState::default();
    let Some(Value::Object(event)) = event else { return state };
    let data = event.get("event_data").cloned().unwrap_or_default();
    let read = serde_json::from_value::<CustomerProfile>;
    match event.get("event_name").and_then(Value::as_str) {
        Some("livechat:customer_profile") => {
            state.customer_profile = match (read(data.clone()), decode::<CustomerProfile, _>(&data)) {
                (Ok(profile), _) => CustomerProfileState::Shown(profile.into()),
                (Err(_), Err(error)) => CustomerProfileState::Unreadable(error),
                (Err(error), Ok(_)) => panic!("serde alone refuses {data}: {error}"),
            };
        }
        // No customer is shown before it who could be hidden.
        Some("livechat:authorize") => {
            if let Ok(authorize) = serde_json::from_value::<Authorize>(data) {
                state.session = Session::Authorized { id: authorize.session_id };
            }
        }
        Some("livechat:authorize_error") => state.session = Session::Refused,
        Some("livechat:change_theme") => {
            if let Ok(change) = serde_json::from_value::<ChangeTheme>(data) {
                state.theme = change.theme;
            }
        }
        _ => {}
    }
    state
}

#[test]
fn the_oracle_of_these_properties_tells_good_from_bad() {
    let event = |name: &str, data: Value| json!({ "event_name": name, "event_data": data });
    assert_ne!(expected(Some(&event("livechat:customer_profile", json!({ "id": "C1" })))), HostState::default());
    assert_ne!(expected(Some(&event("livechat:change_theme", json!({ "theme": "dark" })))), HostState::default());
    let unreadable = expected(Some(&event("livechat:customer_profile", json!({ "id": {} }))));
    assert!(matches!(unreadable.customer_profile, CustomerProfileState::Unreadable(_)));
    assert_eq!(expected(Some(&handshake(0))), HostState::default());
}
