//! The targets of optional members.

use super::{
    basic_types::Lenient,
    reader::{Decode, Reader},
};
use crate::wire::payload::Payload;

/// The target of an optional member, so that [`Reader::fill`] can decode members of several types in one loop.
pub(crate) trait Slot<P> {
    /// Decodes the value. If that fails, the error is noted and the slot is empty.
    fn fill(&mut self, from: &Reader<'_, P>);
}

impl<T: Decode, P: Payload> Slot<P> for Option<T> {
    fn fill(&mut self, from: &Reader<'_, P>) {
        *self = from.noted(T::decode(from));
    }
}

/// A list whose unreadable items are skipped.
pub(crate) struct LenientSlot<'a, T>(pub(crate) &'a mut Option<Vec<T>>);

impl<T: Decode, P: Payload> Slot<P> for LenientSlot<'_, T> {
    fn fill(&mut self, from: &Reader<'_, P>) {
        *self.0 = from.noted(Lenient::decode(from)).map(|Lenient(items)| items);
    }
}
