//! The time, for the state machines.

use std::time::Duration;

/// The time since the page began to load; it never goes back.
pub(crate) fn now() -> Duration {
    let milliseconds =
        web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now());
    Duration::try_from_secs_f64(milliseconds / 1000.0).unwrap_or_default()
}
