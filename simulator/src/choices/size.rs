//! Resizable parts of the page.

/// The minimum and maximum size of a part, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) least: u32,
    pub(crate) most: u32,
    pub(crate) default: u32,
}

/// The width of the extension in the details panel. The Agent App's panel is at least 280 px wide.
pub(crate) const PANEL: Range = Range { least: 280, most: 800, default: 320 };

/// The height of the message box extension. The maximum leaves room for the message input on a large screen.
pub(crate) const MESSAGE_BOX: Range = Range { least: 120, most: 700, default: 280 };

/// The height of the drawer at the foot of the page.
pub(crate) const DRAWER: Range = Range { least: 160, most: 900, default: 260 };

impl Range {
    pub(crate) fn within(self, size: u32) -> u32 {
        size.clamp(self.least, self.most)
    }
}
