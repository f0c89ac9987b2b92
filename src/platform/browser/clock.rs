//! The time, for the state machines.

use std::time::Duration;

use web_sys::Performance;

thread_local! {
    /// The page's own; every message asks for the time.
    static CLOCK: Option<Performance> = web_sys::window().and_then(|window| window.performance());
}

/// The time that a clock on the wall shows, in milliseconds since 1970.
#[cfg(feature = "sign-in")]
pub(crate) fn date() -> f64 {
    js_sys::Date::now()
}

/// The time since the page began to load; it never goes back.
pub(crate) fn now() -> Duration {
    let milliseconds = CLOCK.with(|clock| clock.as_ref().map_or(0.0, Performance::now));
    // What is no time is the beginning. `Duration::try_from_secs_f64` weighs more than the rest of this file.
    Duration::from_micros((milliseconds * 1000.0) as u64)
}
