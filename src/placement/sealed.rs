//! Prevents other crates from adding placements.

use livechat_protocol::PlacementKind;

/// Limits [`Placement`](super::Placement) to the placements that the Agent App has.
pub trait Placement {
    #[doc(hidden)]
    const KIND: PlacementKind;
}
