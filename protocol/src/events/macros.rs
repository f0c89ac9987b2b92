//! What the table of events gives.

/// Takes the table of events: which part of the state each of them changes, its names on the wire, and the placements
/// that hosts send it to. Gives [`Event`](super::Event) for each, `EventName`, `HostState` and `Slice`.
///
/// An event under `checked` changes nothing in the state, and is read so that an unreadable one is refused. One under
/// `unread` is left to its listeners: its decoder is only in extensions that listen for it.
macro_rules! events {
    (
        $(
            $(#[$documentation:meta])*
            state $part:ident: $part_type:ty, slice $slice:ident {
                $($event:ident = $name:literal in $placements:expr,)+
            }
        )+
        checked {
            $($checked:ident = $checked_name:literal $(| $checked_alias:literal)* in $checked_placements:expr,)+
        }
        unread {
            $($unread:ident = $unread_name:literal in $unread_placements:expr,)+
        }
    ) => {
        $($(events! { @event $event, $name, [], $placements })+)+
        $(events! { @event $checked, $checked_name, [$($checked_alias),*], $checked_placements })+
        $(events! { @event $unread, $unread_name, [], $unread_placements })+

        /// The name of an event that this crate knows, without the `livechat:` prefix.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum EventName {
            $($(#[doc = concat!("`", $name, "`: [`", stringify!($event), "`].")] $event,)+)+
            $(#[doc = concat!("`", $checked_name, "`: [`", stringify!($checked), "`].")] $checked,)+
            $(#[doc = concat!("`", $unread_name, "`: [`", stringify!($unread), "`].")] $unread,)+
        }

        impl EventName {
            /// The names of all events.
            pub const ALL: &'static [Self] =
                &[$($(Self::$event,)+)+ $(Self::$checked,)+ $(Self::$unread,)+];

            /// The placements that hosts send it to.
            #[must_use]
            pub const fn placements(self) -> &'static [PlacementKind] {
                match self {
                    $($(Self::$event => $placements,)+)+
                    $(Self::$checked => $checked_placements,)+
                    $(Self::$unread => $unread_placements,)+
                }
            }

            /// Visits the type of each event.
            pub fn visit(visitor: &mut impl EventVisitor) {
                $($(visitor.visit::<$event>();)+)+
                $(visitor.visit::<$checked>();)+
                $(visitor.visit::<$unread>();)+
            }

            /// Whether the machine reads it.
            pub(crate) const fn is_read(self) -> bool {
                !matches!(self, $(Self::$unread)|+)
            }
        }

        named!(EventName, "event" {
            $($($event = $name,)+)+
            $($checked = $checked_name $(| $checked_alias)*,)+
            $($unread = $unread_name,)+
        });

        /// The latest of everything that the host said, kept so that a component which mounts
        /// after the event came still gets it.
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct HostState {
            $($(#[$documentation])* pub $part: $part_type,)+
        }

        /// A part of what an extension knows, whose change re-renders those who use it and no other.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Slice {
            /// The connection.
            Connection,
            $(#[doc = concat!("[`HostState::", stringify!($part), "`].")] $slice,)+
        }

        impl HostState {
            /// Reads an event and takes it in. Returns the part that changed.
            fn take_in<P: Payload>(
                &mut self,
                name: EventName,
                from: &mut EventReader<'_, P>,
            ) -> Result<Option<Slice>, EventError> {
                let (changed, slice) = match name {
                    $($(EventName::$event => (from.read::<$event>()?.change(&mut self.$part), Slice::$slice),)+)+
                    $(EventName::$checked => return from.read::<$checked>().map(|_| None),)+
                    $(EventName::$unread)|+ => return Ok(None),
                };
                Ok(changed.then_some(slice))
            }

            /// Forgets what an unreadable event was to replace. Returns the part that changed.
            fn forget(&mut self, name: EventName, unreadable: &DecodeError) -> Option<Slice> {
                let (changed, slice) = match name {
                    $($(EventName::$event => (<$event>::forget(&mut self.$part, unreadable), Slice::$slice),)+)+
                    $(EventName::$checked)|+ $(| EventName::$unread)+ => return None,
                };
                changed.then_some(slice)
            }
        }
    };
    (@event $event:ident, $name:literal, [$($alias:literal),*], $placements:expr) => {
        impl Event for $event {
            const NAME: &'static str = $name;
            const ALIASES: &'static [&'static str] = &[$($alias),*];
            const PLACEMENTS: &'static [PlacementKind] = $placements;
        }
    };
}
pub(super) use events;
