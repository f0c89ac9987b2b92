//! The platform in a browser.

mod after_rendering;
#[cfg(feature = "small-allocator")]
mod allocator;
mod clock;
mod console;
mod host_value;
mod isolation;
mod member_names;
mod storage;
mod window;

pub(crate) use gloo_timers::callback::Timeout;

pub use self::host_value::HostValue;
#[cfg(feature = "api")]
pub(crate) use self::host_value::parse_json;
#[cfg(feature = "csr")]
pub(crate) use self::window::run;
pub(crate) use self::{
    after_rendering::after_rendering,
    clock::now,
    console::warn,
    isolation::isolated,
    storage::{HAS_STORAGE, storage},
    window::{languages, window},
};
