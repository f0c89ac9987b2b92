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

/// Waits until all scheduled components have rendered, and until their tasks have run as far as possible without
/// waiting.
///
/// # Panics
/// If rendering does not finish.
pub(crate) async fn for_rendering() {
    flushed().await;
    // One turn of the browser, in which all resolved promises run.
    TimeoutFuture::new(0).await;
    flushed().await;
}

async fn flushed() {
    // A component that panics stops Yew's scheduler, which then never finishes.
    let mut flush = pin!(yew::scheduler::flush());
    let mut late = pin!(TimeoutFuture::new(PATIENCE));
    let in_time = poll_fn(|context| match flush.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(true),
        Poll::Pending => late.as_mut().poll(context).map(|()| false),
    });
    assert!(in_time.await, "rendering did not finish: look for a panic in the console");
}
