//! The bridge between the browser and the protocol: the only place that uses the window or a `JsValue`.
//!
//! A `message` event enters through [`window`], its data is read through [`HostValue`], the state machine of
//! `livechat-protocol` decides, and [`Bridge`] carries out its outputs: posts, changes for subscribers, answers to
//! callers.
//!
//! Native tests run all of it except the window.

mod acknowledgement;
mod argument;
mod capture;
mod early_page;
#[cfg(all(feature = "sign-in", feature = "simulator", debug_assertions))]
mod fake_livechat;
mod host_value;
#[cfg(debug_assertions)]
mod origins_in_page;
mod outbox;
pub(crate) mod pump;
#[cfg(all(feature = "simulator", debug_assertions))]
mod report;
pub(crate) mod subscribers;
mod task;
pub(crate) mod transport;
pub(crate) mod window;

#[cfg(feature = "csr")]
pub(crate) use self::early_page::PANIC_NOTICE_ID;
#[cfg(all(feature = "sign-in", feature = "simulator", debug_assertions))]
pub(crate) use self::fake_livechat::fake_livechat;
#[cfg(debug_assertions)]
pub(crate) use self::origins_in_page::check_origins;
#[cfg(all(feature = "csr", feature = "simulator", debug_assertions))]
pub(crate) use self::report::panicked as report_panic;
pub use self::{acknowledgement::Acknowledgement, argument::Argument, host_value::HostValue};
pub(crate) use self::{capture::Capture, early_page::EarlyPage, pump::Bridge};
