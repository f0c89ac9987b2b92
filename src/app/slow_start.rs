//! Simulates WebAssembly that loads slowly, for the simulator.

/// Runs `start` immediately; in a development build, after the delay that the simulator sets.
pub(crate) fn after_slow_start(start: impl FnOnce() + 'static) {
    #[cfg(all(feature = "simulator", debug_assertions))]
    if let Some(wait) = wait() {
        gloo_timers::callback::Timeout::new(wait, start).forget();
        return;
    }
    start();
}

#[cfg(all(feature = "simulator", debug_assertions))]
fn wait() -> Option<u32> {
    let query = crate::platform::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&query).ok()?.get(livechat_protocol::SLOW_START)?.parse().ok()
}
