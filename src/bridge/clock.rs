//! The time, for the state machines.

use std::time::Duration;

use super::IN_BROWSER;

/// The time since the page began to load; it never goes back. Natively it stands still, unless a test lets it pass.
pub(crate) fn now() -> Duration {
    if !IN_BROWSER {
        return Duration::ZERO;
    }
    let milliseconds =
        web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now());
    Duration::try_from_secs_f64(milliseconds / 1000.0).unwrap_or_default()
}
