//! The page's clock.

use std::time::Duration;

/// The time since the page was loaded.
pub(crate) fn now() -> Duration {
    let milliseconds = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now());
    Duration::try_from_secs_f64(milliseconds / 1_000.0).unwrap_or_default()
}
