//! Where in the Agent App an extension stands, and the commands that each place may send.

mod details;

pub use self::details::{Details, DetailsHandle, use_details};

/// A place in the Agent App that an extension can stand in.
pub trait Placement: sealed::Placement + 'static {}

/// Which placement a provider was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlacementKind {
    /// The details panel beside the chat.
    Details,
}

pub(crate) mod sealed {
    /// Keeps [`Placement`](super::Placement) to the placements that the Agent App has.
    pub trait Placement {
        #[doc(hidden)]
        #[expect(private_interfaces, reason = "sealed: nobody outside can name it")]
        const KIND: super::PlacementKind;
    }
}
