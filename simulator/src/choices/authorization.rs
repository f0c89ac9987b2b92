//! The outcomes of the authorization flow.

/// How the authorization flow ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Authorization {
    /// As the extension's server responds.
    #[default]
    Accepted,
    /// `authorize_error`, without a request to the server.
    Refused,
    /// Without any event.
    None,
}

impl Authorization {
    pub(crate) const ALL: [Self; 3] = [Self::Accepted, Self::Refused, Self::None];

    /// The name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::None => "none",
        }
    }

    /// The name on screen.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Accepted => "Accepted",
            Self::Refused => "Refused",
            Self::None => "None",
        }
    }
}
