//! How `Stack` and `Row` arrange their items.

/// The space between the items of a [`Stack`](crate::Stack) or a [`Row`](crate::Row).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    /// 4 px, for closely related items.
    Small,
    /// 8 px.
    #[default]
    Medium,
    /// 16 px, for separate items.
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

/// How items are aligned across a [`Stack`](crate::Stack) or a [`Row`](crate::Row): horizontally in a stack,
/// vertically in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the start: the left of a stack (the right in right-to-left text), the top of a row.
    Start,
    /// In the center.
    Center,
    /// At the end.
    End,
    /// They fill the width of the stack, or the height of the row.
    Stretch,
    /// Their first lines of text are aligned.
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

/// How items are distributed along a [`Row`](crate::Row) that they do not fill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Justify {
    /// At the start.
    #[default]
    Start,
    /// In the center.
    Center,
    /// At the end.
    End,
    /// The first at the start, the last at the end, the others spread between them.
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
