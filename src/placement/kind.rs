//! The placements as types.

use super::sealed;

/// A place in the Agent App where an extension can run.
///
/// Sealed: the Agent App has four.
///
/// ```compile_fail,E0277
/// struct Elsewhere;
/// impl yew_livechat::placement::Placement for Elsewhere {}
/// ```
pub trait Placement: sealed::Placement + 'static {}
