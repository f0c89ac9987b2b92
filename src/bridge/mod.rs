//! Between the browser and the protocol: the only place that reads the window or touches a `JsValue`.
//!
//! A `message` event goes in through [`window`], its data are read through [`HostValue`], the state machine of
//! `livechat-protocol` decides, and [`Bridge`] carries its outputs out: posts, store changes, answers to callers.
//!
//! Natively there is no browser, and native tests run all of it but the window: values are JSON there, and whoever asks
//! the browser for something asks [`IN_BROWSER`] first.

mod acknowledgement;
pub(crate) mod clock;
mod early_page;
mod isolation;
#[cfg(debug_assertions)]
mod origins_in_page;
mod outbox;
mod pump;
#[cfg(all(feature = "simulator", debug_assertions))]
mod report;
mod task;
mod value;
pub(crate) mod window;

/// Whether there is a browser at all. What it gives besides windows and values, which are time, timers, animation
/// frames, a console and exceptions, native tests do without.
pub(crate) const IN_BROWSER: bool = cfg!(target_family = "wasm");

#[cfg(debug_assertions)]
pub(crate) use self::origins_in_page::check_origins;
#[cfg(feature = "testing")]
pub(crate) use self::pump::WeakBridge;
pub use self::{acknowledgement::Acknowledgement, value::HostValue};
pub(crate) use self::{
    early_page::EarlyPage,
    isolation::isolated,
    pump::{Bridge, warn},
};
