//! Where a member that may be left out is read into.

use super::{
    basic_types::Lenient,
    reader::{Decode, Reader},
};
use crate::wire::payload::Payload;

/// Where a member that may be left out is read into, so that [`Reader::fill`] can read members of several types in one loop.
pub(crate) trait Slot<P> {
    /// Reads the value. If it cannot be read, the error is noted and the slot is empty.
    fn fill(&mut self, from: &Reader<'_, P>);
}

impl<T: Decode, P: Payload> Slot<P> for Option<T> {
    fn fill(&mut self, from: &Reader<'_, P>) {
        *self = from.noted(T::decode(from));
    }
}

/// A list of which each item that cannot be read is skipped.
pub(crate) struct LenientSlot<'a, T>(pub(crate) &'a mut Option<Vec<T>>);

impl<T: Decode, P: Payload> Slot<P> for LenientSlot<'_, T> {
    fn fill(&mut self, from: &Reader<'_, P>) {
        *self.0 = from.noted(Lenient::decode(from)).map(|Lenient(items)| items);
    }
}
