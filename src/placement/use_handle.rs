//! The hook that all placements' hooks use.

use livechat_protocol::PlacementKind;
use yew::prelude::*;

use super::{handle::UsePlacementHandle, kind::Placement};
use crate::hooks::context::use_extension_context;

/// Returns the handle for the placement of the nearest provider.
///
/// # Panics
/// If the extension has another placement: a mistake in the app that cannot be fixed at run time.
#[hook]
pub(super) fn use_handle<P: Placement>(hook: &'static str) -> UsePlacementHandle<P> {
    let context = use_extension_context(hook, P::KIND);
    assert!(context.placement == P::KIND, "{}", wrong_placement(hook, P::KIND, context.placement));
    UsePlacementHandle::new(context.bridge)
}

fn wrong_placement(hook: &str, needed: PlacementKind, given: PlacementKind) -> String {
    format!(
        "`{hook}` needs an extension started with `{}`, but this one was started with `{}`",
        needed.constructor(),
        given.constructor()
    )
}
