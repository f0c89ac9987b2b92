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
    /// The titles of the sections that the Developer Console declares.
    pub(crate) section_titles: Rc<[String]>,
    /// Sign in with LiveChat, if the extension has it.
    #[cfg(feature = "sign-in")]
    pub(crate) sign_in: Option<SignInClient>,
}

/// The context of the provider above. `placement` is one that the hook is of use in.
///
/// # Panics
/// Without a provider: that is a mistake in the app, which nothing at run time can mend.
#[hook]
pub(crate) fn use_extension_context(hook: &'static str, placement: PlacementKind) -> ExtensionContext {
    use_context::<ExtensionContext>().unwrap_or_else(|| {
        panic!(
            "`{hook}` needs an `ExtensionProvider` above it: start the app with `{}.mount::<App>()`",
            placement.constructor()
        )
    })
}

/// In a development build, says once in the console that the hook waits for what no host tells this placement.
///
/// No more than that: which host tells what is the host's own affair, and may grow.
#[hook]
pub(crate) fn use_placements(hook: &'static str, told: &'static [PlacementKind]) -> ExtensionContext {
    let context = use_extension_context(hook, told.first().copied().unwrap_or_default());
    use_effect_with(context.placement, move |placement| {
        if cfg!(debug_assertions) && !told.contains(placement) {
            let told: Vec<_> = told.iter().map(|placement| placement.as_str()).collect();
            let (told, placement) = (told.join(" and "), placement.as_str());
            warn(&format!("`{hook}` waits for what hosts tell {told} extensions only, and this is a {placement} one"));
        }
    });
    context
}

/// A copy of a part of what is known, by which the component re-renders when that part has changed, and only then.
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

/// Re-renders when a slice has changed and `is_news`. Compiled once, and not for each type of value.
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
        // What changed between rendering and subscribing has been told to nobody here.
        tell();
        let subscription = bridge.subscribers().subscribe(slice, tell);
        move || drop(subscription)
    });
}
