//! The parts of the drawer at the foot of the page.

/// A part of the drawer at the foot of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// The log of frames.
    Frames,
    /// Faults and custom events.
    Faults,
    /// Recording and replay.
    Scenario,
    /// What the extensions report about themselves.
    Activity,
}

impl Drawer {
    pub(crate) const ALL: [Self; 4] = [Self::Frames, Self::Faults, Self::Scenario, Self::Activity];

    /// The name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Frames => "frames",
            Self::Faults => "faults",
            Self::Scenario => "scenario",
            Self::Activity => "activity",
        }
    }
}
