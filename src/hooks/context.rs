//! What a provider hands to the hooks below it.

use std::rc::Rc;

use livechat_protocol::{Connection, HostState, PlacementKind, Slice};
use yew::prelude::*;

#[cfg(feature = "sign-in")]
use crate::sign_in::SignInClient;
use crate::{bridge::Bridge, platform::warn};

/// What a provider hands to the hooks below it.
#[derive(Clone, PartialEq)]
pub(crate) struct ExtensionContext {
    pub(crate) bridge: Bridge,
    pub(crate) placement: PlacementKind,
    /// The section titles that the Developer Console declares.
    pub(crate) section_titles: Rc<[String]>,
    /// Sign in with LiveChat, if the extension has it.
    #[cfg(feature = "sign-in")]
    pub(crate) sign_in: Option<SignInClient>,
}

/// The context of the nearest provider. `placement` is one in which the hook is useful.
///
/// # Panics
/// If there is no provider: a mistake in the app that cannot be fixed at run time.
#[hook]
pub(crate) fn use_extension_context(hook: &'static str, placement: PlacementKind) -> ExtensionContext {
    use_context::<ExtensionContext>().unwrap_or_else(|| {
        panic!(
            "`{hook}` needs an `ExtensionProvider` above it: start the app with `{}.mount::<App>()`",
            placement.constructor()
        )
    })
}

/// In a development build, warns once in the console that no host sends this hook's events to this placement.
///
/// Only a warning: what hosts send is up to them, and may grow.
#[hook]
pub(crate) fn use_placements(hook: &'static str, told: &'static [PlacementKind]) -> ExtensionContext {
    let context = use_extension_context(hook, told.first().copied().unwrap_or_default());
    use_effect_with(context.placement, move |placement| {
        if cfg!(debug_assertions) && !told.contains(placement) {
            let told: Vec<_> = told.iter().map(|placement| placement.as_str()).collect();
            let (told, placement) = (told.join(" and "), placement.as_str());
            warn(&format!(
                "`{hook}` gets no events in a {placement} extension: hosts send them to {told} extensions only"
            ));
        }
    });
    context
}

/// A copy of a part of the state. The component re-renders when that part changes, and only then.
#[hook]
pub(crate) fn use_slice<T: Clone + PartialEq + 'static>(
    bridge: Bridge,
    slice: Slice,
    read: fn(&HostState, &Connection) -> T,
) -> T {
    let latest = use_mut_ref(|| None::<T>);
    let value = bridge.catch_up_and_read(read);
    *latest.borrow_mut() = Some(value.clone());
    use_changes(
        bridge,
        slice,
        Rc::new(move |bridge| latest.borrow().as_ref() != Some(&bridge.catch_up_and_read(read))),
    );
    value
}

/// Re-renders when a slice has changed and `is_news`. Compiled once instead of for each type of value.
#[hook]
fn use_changes(bridge: Bridge, slice: Slice, is_news: Rc<dyn Fn(&Bridge) -> bool>) {
    let update = use_force_update();
    bridge.subscribers().keep_together(slice);
    use_effect_with(bridge, move |bridge| {
        let tell = {
            let bridge = bridge.clone();
            move || {
                if is_news(&bridge) {
                    update.force_update();
                }
            }
        };
        // A change between rendering and subscribing notified no one here.
        tell();
        let subscription = bridge.subscribers().subscribe(slice, tell);
        move || drop(subscription)
    });
}
