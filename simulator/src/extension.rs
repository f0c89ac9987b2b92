//! The extensions that are simulated.

use livechat_protocol::{PlacementKind, section::Section};
use yew::AttrValue;

/// One extension, and where the simulator loads it from.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedExtension {
    /// Its place in the Agent App.
    pub placement: PlacementKind,
    /// The URL of its page. A relative one is loaded from the simulator's other loopback name, where it has one: that is
    /// cross-origin, as the Agent App is. The simulator adds `plugin_id`, `theme`, and `connection` where it is plain.
    pub src: AttrValue,
    /// The sections that the Developer Console's initial state declares: drawn until the extension publishes them,
    /// and the only titles that the host takes. Of use for [`PlacementKind::Details`] alone.
    pub sections: Vec<Section>,
    /// Whether the extension waits for the host's authorization. Where it does not, the simulator requests no session and
    /// sends no event about one. Of use for [`PlacementKind::Details`] alone.
    pub authorize: bool,
    /// Whether the extension signs in with LiveChat. Only then does the simulator look for the fake LiveChat.
    pub signs_in: bool,
}

/// What the simulator calls an extension of that placement, as in "the message box extension".
pub(crate) const fn placement_name(placement: PlacementKind) -> &'static str {
    match placement {
        PlacementKind::Details => "details",
        PlacementKind::MessageBox => "message box",
        PlacementKind::Fullscreen => "fullscreen",
        PlacementKind::Settings => "settings",
    }
}
