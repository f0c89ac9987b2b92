//! Keeps others from making placements.

use livechat_protocol::PlacementKind;

/// Keeps [`Placement`](super::Placement) to the placements that the Agent App has.
pub trait Placement {
    #[doc(hidden)]
    const KIND: PlacementKind;
}
