//! Between the browser and the protocol: the only place that reads the window or touches a `JsValue`.
//!
//! A `message` event goes in through [`window`], its data are read through [`HostValue`], the state machine of
//! `livechat-protocol` decides, and [`Bridge`] carries its outputs out: posts, store changes, answers to callers.

mod acknowledgement;
mod clock;
mod isolation;
mod pump;
#[cfg(all(feature = "simulator", debug_assertions))]
mod report;
mod value;
pub(crate) mod window;

pub use self::{acknowledgement::Acknowledgement, value::HostValue};
#[cfg(feature = "testing")]
pub(crate) use self::{clock::now, pump::WeakBridge};
pub(crate) use self::{
    isolation::isolated,
    pump::{Bridge, warn},
};
