//! Where in the Agent App an extension stands, and the commands that each place may send.
//!
//! A placement's handle has the commands of its placement and no other: what a host would ignore does not compile.

mod details;
mod fullscreen;
mod handle;
mod message_box;
mod rich_messages;
mod settings;

use livechat_protocol::PlacementKind;
use yew::prelude::*;

pub use self::{
    details::{Details, DetailsHandle, use_details},
    fullscreen::{Fullscreen, FullscreenHandle, use_fullscreen},
    handle::PlacementHandle,
    message_box::{MessageBox, MessageBoxHandle, use_message_box},
    rich_messages::SendsRichMessages,
    settings::{Settings, SettingsHandle, use_settings},
};
use crate::context::use_extension_context;

/// A place in the Agent App that an extension can stand in.
///
/// Sealed: the Agent App has four.
///
/// ```compile_fail,E0277
/// struct Elsewhere;
/// impl yew_livechat::Placement for Elsewhere {}
/// ```
pub trait Placement: sealed::Placement + 'static {}

pub(crate) mod sealed {
    use livechat_protocol::PlacementKind;

    /// Keeps [`Placement`](super::Placement) to the placements that the Agent App has.
    pub trait Placement {
        #[doc(hidden)]
        const KIND: PlacementKind;
    }
}

/// The handle of the placement that the provider above was made for.
///
/// # Panics
/// When that is another one: a mistake in the app, which nothing at run time can mend.
#[hook]
fn use_handle<P: Placement>(hook: &'static str) -> PlacementHandle<P> {
    let context = use_extension_context(hook, P::KIND);
    assert!(context.placement == P::KIND, "{}", wrong_placement(hook, P::KIND, context.placement));
    PlacementHandle::new(context.bridge)
}

fn wrong_placement(hook: &str, needed: PlacementKind, given: PlacementKind) -> String {
    format!(
        "`{hook}` needs an extension started with `{}`, and this one was started with `{}`",
        needed.constructor(),
        given.constructor()
    )
}
