//! Runs what is asynchronous in a native test.

use std::{future::Future, time::Duration};

use tokio::{runtime, task::LocalSet, time::timeout};

/// How long a test may take. Nothing in it waits for the world outside, or should.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs a native test's asynchronous part, so that plain `#[test]` is enough. What the test spawns by
/// `yew::platform::spawn_local` runs meanwhile.
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
/// If it does not come to its end within ten seconds: what it waits for never happens then. Within another asynchronous
/// runtime, where it is enough to await.
pub fn block_on<T>(test: impl Future<Output = T>) -> T {
    let runtime = runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("the runtime of the test did not start: {error}"));
    let ended = LocalSet::new().block_on(&runtime, async { timeout(PATIENCE, test).await });
    ended.unwrap_or_else(|_| panic!("the future did not complete within {PATIENCE:?}"))
}
