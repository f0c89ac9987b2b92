//! How fast scenarios play.

use livechat_protocol::scenario::Pace;

/// How fast a scenario plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PaceChoice {
    #[default]
    AsRecorded,
    Tenfold,
    Stepwise,
}

impl PaceChoice {
    pub(crate) const ALL: [Self; 3] = [Self::AsRecorded, Self::Tenfold, Self::Stepwise];

    /// The name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::AsRecorded => "1",
            Self::Tenfold => "10",
            Self::Stepwise => "step",
        }
    }

    /// The name on screen.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::AsRecorded => "1×",
            Self::Tenfold => "10×",
            Self::Stepwise => "Step by step",
        }
    }
}

impl From<PaceChoice> for Pace {
    fn from(choice: PaceChoice) -> Self {
        match choice {
            PaceChoice::AsRecorded => Self::Times(1),
            PaceChoice::Tenfold => Self::Times(10),
            PaceChoice::Stepwise => Self::Stepwise,
        }
    }
}
