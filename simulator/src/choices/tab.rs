//! The tabs of the details panel.

/// One of the tabs of the details panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// What the host knows about the customer.
    Customer,
    /// The extension.
    #[default]
    Extension,
}

impl Tab {
    pub(crate) const ALL: [Self; 2] = [Self::Customer, Self::Extension];

    /// The name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Extension => "extension",
        }
    }
}
