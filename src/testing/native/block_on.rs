//! Runs asynchronous code in a native test.

use std::{future::Future, time::Duration};

use tokio::{runtime, task::LocalSet, time::timeout};

/// How long a test may take. It should wait for nothing outside of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs a future in a native test, so that plain `#[test]` is enough. Tasks spawned with `yew::platform::spawn_local`
/// run meanwhile.
///
/// ```
/// use serde_json::json;
/// use yew_livechat::{prelude::*, testing::{ScriptedHost, block_on}};
///
/// let host = ScriptedHost::new();
/// let extension = host.connect(Extension::fullscreen());
/// let answer = block_on(extension.handle().set_notification_badge(NotificationBadge::from(3)));
/// assert_eq!(answer, Ok(()));
/// ```
///
/// # Panics
/// If it does not complete within ten seconds, or is called inside another asynchronous runtime, where `.await` is
/// enough.
pub fn block_on<T>(test: impl Future<Output = T>) -> T {
    let runtime = runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("the runtime of the test did not start: {error}"));
    let ended = LocalSet::new().block_on(&runtime, async { timeout(PATIENCE, test).await });
    ended.unwrap_or_else(|_| panic!("the future did not complete within {PATIENCE:?}"))
}
