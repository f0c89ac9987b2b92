//! Waiting for conditions.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};

use gloo_timers::future::TimeoutFuture;

use crate::bridge::IN_BROWSER;

/// How often a condition is looked at, in milliseconds.
const INTERVAL: u32 = 5;
/// How often a condition is looked at before it counts as one that never comes: ten seconds' worth.
const PATIENCE: u32 = 10_000 / INTERVAL;

/// Waits until a condition holds, for ten seconds at the most. Natively, where nothing happens by waiting, it has to
/// hold already.
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
/// If it never holds; `what` says then what was waited for.
pub async fn until(what: &str, mut condition: impl FnMut() -> bool) {
    assert!(holds(PATIENCE, &mut condition).await, "this never came: {what}");
}

/// Waits for something, for ten seconds at the most.
pub(super) async fn comes<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let mut found = None;
    holds(PATIENCE, || {
        found = look();
        found.is_some()
    })
    .await;
    found
}

/// Waits until a condition holds, for a second at the most.
pub(super) async fn soon(condition: impl FnMut() -> bool) {
    holds(PATIENCE / 10, condition).await;
}

async fn holds(patience: u32, mut condition: impl FnMut() -> bool) -> bool {
    for _ in 0..patience {
        if condition() {
            return true;
        }
        if !IN_BROWSER {
            return false;
        }
        TimeoutFuture::new(INTERVAL).await;
    }
    condition()
}

/// Waits until the components have rendered that are to, and until what they have begun at that has run as far as it does
/// without waiting. Natively there is nothing to wait for: rendering runs to its end by itself.
///
/// # Panics
/// If they never have.
pub(super) async fn for_rendering() {
    if !IN_BROWSER {
        return;
    }
    flushed().await;
    // A turn of the browser's, in which every promise is kept that can be.
    TimeoutFuture::new(0).await;
    flushed().await;
}

async fn flushed() {
    // A component that panics takes Yew's scheduler along, and it never says that it is done.
    let mut flush = pin!(yew::scheduler::flush());
    let mut late = pin!(TimeoutFuture::new(INTERVAL * PATIENCE));
    let in_time = poll_fn(|context| match flush.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(true),
        Poll::Pending => late.as_mut().poll(context).map(|()| false),
    });
    assert!(in_time.await, "rendering never came to its end: has a component panicked? the console says so then");
}
