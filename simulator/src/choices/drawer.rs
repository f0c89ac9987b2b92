//! The parts of the drawer at the foot of the page.

/// A part of the drawer at the foot of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// The log of messages.
    Messages,
    /// Faults and custom events.
    Faults,
    /// Recording and replay.
    Scenario,
    /// What the extensions report about themselves.
    Activity,
}

impl Drawer {
    pub(crate) const ALL: [Self; 4] = [Self::Messages, Self::Faults, Self::Scenario, Self::Activity];

    /// The name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Messages => "messages",
            Self::Faults => "faults",
            Self::Scenario => "scenario",
            Self::Activity => "activity",
        }
    }
}
