//! Types with a few values to choose from.

use yew_livechat::prelude::*;

/// A type with a few values, and the code for each.
pub(super) trait Choice: Copy + PartialEq + 'static {
    /// Every value.
    const ALL: &'static [(Self, &'static str)];

    /// The code for this value, such as `ButtonKind::Primary`.
    fn code(self) -> &'static str {
        Self::ALL.iter().find(|(value, _)| *value == self).map_or("", |(_, code)| code)
    }
}

macro_rules! choices {
    ($($name:ident { $($value:ident),+ })+) => {
        $(impl Choice for $name {
            const ALL: &'static [(Self, &'static str)] =
                &[$(($name::$value, concat!(stringify!($name), "::", stringify!($value)))),+];
        })+
    };
}

choices! {
    Align { Start, Center, End, Stretch, Baseline }
    ButtonKind { Primary, Secondary, Destructive }
    Gap { Small, Medium, Large }
    Justify { Start, Center, End, SpaceBetween }
    MessageKind { Info, Success, Warning, Error }
    TextFieldKind { Text, Email, Password, Search, Telephone, Url }
    Theme { Light, Dark }
}
