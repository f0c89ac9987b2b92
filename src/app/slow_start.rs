//! Plays WebAssembly that arrives late, for the simulator.

/// Runs `start`: at once, but in a development build after as many milliseconds as the simulator says.
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
