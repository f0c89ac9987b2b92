//! The simulated extensions.

use livechat_protocol::{PlacementKind, section::Section};
use yew::AttrValue;

/// An extension and its address.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedExtension {
    /// Its placement in the Agent App.
    pub placement: PlacementKind,
    /// The URL of its page. A relative URL loads from the simulator's other loopback name, if there is one: that is
    /// cross-origin, as in the Agent App. The simulator adds `plugin_id`, `theme`, and `connection` for the plain
    /// driver.
    pub src: AttrValue,
    /// The sections that the initial state in Developer Console declares: rendered until the extension publishes them,
    /// and the only titles that the host accepts. Only for [`PlacementKind::Details`].
    pub sections: Vec<Section>,
    /// Whether the extension waits for the host's authorization. If not, the simulator requests no session and sends no
    /// authorization event. Only for [`PlacementKind::Details`].
    pub authorize: bool,
    /// Whether the extension signs in with LiveChat. The simulator looks for the fake LiveChat only then.
    pub signs_in: bool,
}

/// The simulator's name for the extension, as in "the message box extension".
pub(crate) const fn placement_name(placement: PlacementKind) -> &'static str {
    match placement {
        PlacementKind::Details => "details",
        PlacementKind::MessageBox => "message box",
        PlacementKind::Fullscreen => "fullscreen",
        PlacementKind::Settings => "settings",
    }
}
