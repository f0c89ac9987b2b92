//! Waiting for conditions.

use std::{future::Future, panic::Location};

use super::turn::pause;

/// How often a condition is checked, in milliseconds.
const INTERVAL: u32 = 5;
/// How often a condition is checked before it fails: for ten seconds.
const PATIENCE: u32 = 10_000 / INTERVAL;

/// Waits up to ten seconds until a condition holds. Natively, where waiting changes nothing, it must hold already.
///
/// ```
/// # async fn test() {
/// use yew_livechat::{prelude::*, testing::{ScriptedHost, until}};
///
/// let host = ScriptedHost::new();
/// let extension = host.connect(Extension::details());
/// until("the extension is connected", || extension.connection().number == 1).await;
/// # }
/// # yew_livechat::testing::block_on(test());
/// ```
///
/// # Panics
/// If it never holds; the message contains `what`.
#[track_caller]
pub fn until(what: &str, condition: impl FnMut() -> bool) -> impl Future<Output = ()> {
    let at = Location::caller();
    async move { assert!(holds(PATIENCE, condition).await, "{at}: this did not happen in time: {what}") }
}

/// Waits up to ten seconds for a value.
pub(super) async fn comes<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let mut found = None;
    holds(PATIENCE, || {
        found = look();
        found.is_some()
    })
    .await;
    found
}

/// Waits up to a second until a condition holds.
pub(super) async fn soon(condition: impl FnMut() -> bool) {
    holds(PATIENCE / 10, condition).await;
}

async fn holds(patience: u32, mut condition: impl FnMut() -> bool) -> bool {
    for _ in 0..patience {
        if condition() {
            return true;
        }
        if !pause(INTERVAL).await {
            return false;
        }
    }
    condition()
}
