//! Icons on a grid of 24.

use yew::prelude::*;

/// An icon, named after its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Chats,
    Archives,
    Visitors,
    Tickets,
    Reports,
    Apps,
    Settings,
    Customer,
    Extension,
    Close,
    Reload,
    Theme,
    Fold,
    Unfold,
    Picture,
    Pause,
    Play,
    Warning,
    Record,
}

/// The icon, hidden from assistive technology: the control around it has a name.
pub(crate) fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Chats => "M4 5h16v11H10l-4 4v-4H4z",
        Icon::Archives => "M3 5h18v4H3zM5 9v10h14V9M10 13h4",
        Icon::Visitors => {
            "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18.5 14.6a6.5 6.5 0 0 1 3 5.4"
        }
        Icon::Tickets => "M3 7h18v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM14 7v10",
        Icon::Reports => "M4 20V10h4v10M10 20V4h4v16M16 20v-7h4v7",
        Icon::Apps => "M4 4h6v6H4zM4 14h6v6H4zM14 14h6v6h-6zM17 4v6M14 7h6",
        Icon::Settings => {
            "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z"
        }
        Icon::Picture => "M4 5h16v14H4zM4 16l5-5 5 5 2.5-2.5L20 17M15.5 9.5h.01",
        Icon::Customer => {
            "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6.5 19a6 6 0 0 1 11 0"
        }
        Icon::Extension => "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14v6M14 17h6",
        Icon::Close => "M6 6l12 12M18 6L6 18",
        Icon::Reload => "M20 12a8 8 0 1 1-2.6-5.9L20 8.5M20 3.5v5h-5",
        Icon::Theme => "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
        Icon::Pause => "M8 5v14M16 5v14",
        Icon::Play => "M7 5l11 7-11 7z",
        Icon::Warning => "M12 4L3 19.5h18zM12 10v4.5M12 17.2v.01",
        Icon::Record => "M12 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10z",
        Icon::Fold => "M6 9l6 6 6-6",
        Icon::Unfold => "M6 15l6-6 6 6",
    };
    html! {
        <svg class="sim-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}
