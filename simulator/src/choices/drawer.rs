//! The parts of the drawer at the foot of the page.

/// What is drawn at the foot of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// Every frame that went by.
    Frames,
    /// What is wrong with the host, and events of one's own.
    Faults,
    /// What is recorded and played.
    Scenario,
    /// What the extensions told of themselves.
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
