//! How `Stack` and `Row` arrange their content.

/// The space between the parts of a [`Stack`](crate::Stack) or a [`Row`](crate::Row).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    /// 4 px: parts that belong together.
    Small,
    /// 8 px.
    #[default]
    Medium,
    /// 16 px: parts of their own.
    Large,
}

impl Gap {
    pub(crate) fn class(self) -> Option<&'static str> {
        match self {
            Self::Small => Some("lc-gap-small"),
            Self::Medium => None,
            Self::Large => Some("lc-gap-large"),
        }
    }
}

/// Where the parts are across the direction of a [`Stack`](crate::Stack) or a [`Row`](crate::Row): beside each other in a
/// stack, above each other in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the beginning: on the left of a stack (on the right from right to left), at the top of a row.
    Start,
    /// In the middle.
    Center,
    /// At the end.
    End,
    /// As wide as the stack, or as high as the row.
    Stretch,
    /// Their first lines of text are level with each other.
    Baseline,
}

impl Align {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Start => "lc-align-start",
            Self::Center => "lc-align-center",
            Self::End => "lc-align-end",
            Self::Stretch => "lc-align-stretch",
            Self::Baseline => "lc-align-baseline",
        }
    }
}

/// Where the parts of a [`Row`](crate::Row) are that do not fill it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Justify {
    /// At the beginning.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the end.
    End,
    /// The first at the beginning, the last at the end, the others between them.
    SpaceBetween,
}

impl Justify {
    pub(crate) fn class(self) -> Option<&'static str> {
        match self {
            Self::Start => None,
            Self::Center => Some("lc-justify-center"),
            Self::End => Some("lc-justify-end"),
            Self::SpaceBetween => Some("lc-justify-between"),
        }
    }
}
