//! The code generated from the table of events.

/// Takes the table of events: for each, the part of the state that it changes, its names on the wire, and the
/// placements that receive it. Generates [`Event`](super::Event) for each, `EventName`, `HostState` and `Slice`.
///
/// An event under `checked` does not change the state, and is decoded so that an unreadable one is refused. One under
/// `unread` is decoded only by its listeners, so that extensions without listeners do not contain its decoder.
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

            /// Whether the machine decodes it.
            pub(crate) const fn is_read(self) -> bool {
                !matches!(self, $(Self::$unread)|+)
            }
        }

        named!(EventName, "event" {
            $($($event = $name,)+)+
            $($checked = $checked_name $(| $checked_alias)*,)+
            $($unread = $unread_name,)+
        });

        /// The latest of everything that the host sent, stored for components that mount after the event arrived.
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct HostState {
            $($(#[$documentation])* pub $part: $part_type,)+
        }

        /// A part of an extension's state. A change re-renders only the components that use it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Slice {
            /// The connection.
            Connection,
            $(#[doc = concat!("[`HostState::", stringify!($part), "`].")] $slice,)+
        }

        impl HostState {
            /// Decodes an event and applies it. Returns the part that changed.
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

            /// Discards what an unreadable event should have replaced. Returns the part that changed.
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
