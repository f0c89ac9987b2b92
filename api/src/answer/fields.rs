//! Fields that several answers have.

use livechat_protocol::{Decode, DecodeError, Kind, Payload, Reader, decode, to_json};
use serde_json::Value;

/// A list whose items each have the [limits](livechat_protocol::limits) of a whole value: a page of archives is
/// larger than any message from the Agent App.
pub(crate) fn items<T: Decode, P: Payload>(list: &Reader<'_, P>) -> Result<Vec<T>, DecodeError> {
    list.items(|item| decode::<T, P>(item.value()).map_err(|error| within(item, error)))
}

/// An optional list whose unreadable items are left out.
pub(crate) fn lenient_items<T: Decode, P: Payload>(from: &Reader<'_, P>, name: &str) -> Vec<T> {
    from.member(name).and_then(|list| list.lenient_items(T::decode)).unwrap_or_default()
}

/// A member as JSON. Left out if it is too large or too deep.
pub(crate) fn value<P: Payload>(from: &Reader<'_, P>, name: &str) -> Option<Value> {
    let member = from.member(name).ok().filter(|member| member.kind() != Kind::Nothing)?;
    to_json(member.value()).ok()
}

/// Fails for anything but an object. Otherwise, a type whose fields are all optional would decode from anything.
pub(crate) fn object<P: Payload>(from: &Reader<'_, P>) -> Result<(), DecodeError> {
    if from.kind() == Kind::Object { Ok(()) } else { Err(from.error("an object")) }
}

/// The error of an item, with its place in the whole answer.
fn within<P: Payload>(item: &Reader<'_, P>, error: DecodeError) -> DecodeError {
    let place = item.error(error.expected());
    error.within(place.field())
}
