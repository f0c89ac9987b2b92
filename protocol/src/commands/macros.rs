//! The code generated from the table of commands.

/// Takes the table of commands: for each, the name on the wire, the placements that have it, and the type of its
/// data. Generates [`Command`](super::Command) for each type, and `CommandName`.
macro_rules! commands {
    ($($variant:ident = $name:literal in $placements:expr => $data:ty,)+) => {
        $(
            impl Command for $data {
                const NAME: &'static str = $name;
                const PLACEMENTS: &'static [PlacementKind] = $placements;
            }
        )+

        /// The name of a command that this crate knows.
        ///
        /// A host matches it without a wildcard, so that a new command does not compile until the host handles it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum CommandName {
            $(#[doc = concat!("`", $name, "`.")] $variant,)+
        }

        impl CommandName {
            /// The names of all commands.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The placements that have it.
            #[must_use]
            pub const fn placements(self) -> &'static [PlacementKind] {
                match self {
                    $(Self::$variant => $placements,)+
                }
            }
        }

        named!(CommandName, "command" { $($variant = $name),+ });
    };
}
pub(super) use commands;
