//! Values, messages and origins on the wire, and the limits for decoding them.

mod borrowed;
mod decode;
mod driver;
mod encode;
mod frame;
mod id;
mod iso_8601;
mod json;
pub mod limits;
pub(crate) mod millis;
mod named;
mod open_enum;
mod origin;
mod payload;
#[doc(hidden)]
pub mod private;
mod whole;
mod words;

pub use self::{
    decode::{Decode, DecodeError, Reader, decode, decode_noting},
    driver::Driver,
    encode::Encode,
    frame::{Body, FINGERPRINT, Frame, Link, RemoteError},
    id::Id,
    json::{from_json, to_json},
    named::UnknownName,
    origin::{Origin, OriginError},
    payload::{Kind, Payload},
};
pub(crate) use self::{
    decode::{JoinedText, LenientSlot, deserialize_by_decode},
    encode::Object,
    frame::METHOD,
    iso_8601::iso_8601,
    named::{named, one_of},
    open_enum::open_enum,
    words::words,
};
