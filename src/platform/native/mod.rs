//! The platform of native tests and `cargo run`.

mod host_value;
mod stand_ins;

pub use self::host_value::HostValue;
#[cfg(feature = "api")]
pub(crate) use self::host_value::parse_json;
#[cfg(feature = "csr")]
pub(crate) use self::stand_ins::run;
pub(crate) use self::stand_ins::{
    HAS_STORAGE, Timeout, after_rendering, isolated, languages, now, storage, warn, window,
};
