//! Times of observations.

/// Milliseconds since 1970; 0 in native tests, which pass their own times.
pub(crate) fn now() -> u64 {
    // A date is never negative, and far below the limit.
    if cfg!(target_family = "wasm") { js_sys::Date::now() as u64 } else { 0 }
}

/// The date and time in ISO 8601, such as `2026-11-28T02:45:00.000Z`; empty in native tests.
pub(crate) fn date() -> String {
    if cfg!(target_family = "wasm") { js_sys::Date::new_0().to_iso_string().into() } else { String::new() }
}
