//! What a provider hands to the hooks below it.

use livechat_protocol::{Connection, HostState, Slice};
use yew::prelude::*;

use crate::{bridge::Bridge, placement::PlacementKind};

/// What a provider hands to the hooks below it.
#[derive(Clone, PartialEq)]
pub(crate) struct ExtensionContext {
    pub(crate) bridge: Bridge,
    pub(crate) placement: PlacementKind,
}

/// The context of the provider above.
///
/// # Panics
/// Without a provider: that is a mistake in the app, which nothing at run time can mend.
#[hook]
pub(crate) fn use_extension_context(hook: &'static str) -> ExtensionContext {
    use_context::<ExtensionContext>().unwrap_or_else(|| {
        panic!(
            "`{hook}` needs an `ExtensionProvider` above it: start the app with `Extension::details().mount::<App>()`"
        )
    })
}

/// A copy of one slice, by which the component re-renders when that slice changes, and only then.
#[hook]
pub(crate) fn use_slice<T: 'static>(
    hook: &'static str,
    slice: Slice,
    read: fn(&HostState, &Connection) -> T,
) -> (T, Bridge) {
    let ExtensionContext { bridge, .. } = use_extension_context(hook);
    let update = use_force_update();
    let rendered = bridge.store().version(slice);
    use_effect_with(bridge.clone(), move |bridge| {
        let subscription = bridge.store().subscribe(slice, {
            let update = update.clone();
            move || update.force_update()
        });
        // What changed between rendering and subscribing has been told to nobody here.
        if bridge.store().version(slice) != rendered {
            update.force_update();
        }
        move || drop(subscription)
    });
    let value = read(&bridge.state(), &bridge.connection());
    (value, bridge)
}
