//! Waiting, in a browser.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};

use gloo_timers::future::TimeoutFuture;

/// How long rendering may take, in milliseconds.
const PATIENCE: u32 = 10_000;

/// Waits. Returns whether something may have happened meanwhile.
pub(crate) async fn pause(milliseconds: u32) -> bool {
    TimeoutFuture::new(milliseconds).await;
    true
}

/// Waits until the components have rendered that are to, and until what they have begun at that has run as far as it does
/// without waiting.
///
/// # Panics
/// If they never have.
pub(crate) async fn for_rendering() {
    flushed().await;
    // A turn of the browser's, in which every promise is kept that can be.
    TimeoutFuture::new(0).await;
    flushed().await;
}

async fn flushed() {
    // A component that panics takes Yew's scheduler along, and it never says that it is done.
    let mut flush = pin!(yew::scheduler::flush());
    let mut late = pin!(TimeoutFuture::new(PATIENCE));
    let in_time = poll_fn(|context| match flush.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(true),
        Poll::Pending => late.as_mut().poll(context).map(|()| false),
    });
    assert!(in_time.await, "rendering did not finish: look for a panic in the console");
}
