//! Clocks for the state machines.

use std::time::Duration;

use web_sys::Performance;

thread_local! {
    /// The page's own clock, cached because every message needs the time.
    static CLOCK: Option<Performance> = web_sys::window().and_then(|window| window.performance());
}

/// The time since the page began to load; it never goes backwards.
pub(crate) fn now() -> Duration {
    let milliseconds = CLOCK.with(|clock| clock.as_ref().map_or(0.0, Performance::now));
    // An invalid time becomes zero. `Duration::try_from_secs_f64` would be larger than the rest of this file.
    Duration::from_micros((milliseconds * 1000.0) as u64)
}
