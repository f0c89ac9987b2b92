//! The details panel beside the chat.

use livechat_protocol::{Command, PlacementKind, PutMessage, WatchMessages, section::Section};
use yew::prelude::*;

use super::{handle::UsePlacementHandle, kind::Placement, sealed, use_handle::use_handle};
use crate::{
    bridge::{Acknowledgement, Argument},
    details_section::warn_of,
};

/// The details panel beside the chat, the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Details;

impl sealed::Placement for Details {
    const KIND: PlacementKind = PlacementKind::Details;
}

impl Placement for Details {}

/// The commands of the details panel.
pub type UseDetailsHandle = UsePlacementHandle<Details>;

impl UsePlacementHandle<Details> {
    /// Appends text to the agent's message input, or to the ticket. The agent sends it, or does not.
    ///
    /// Empty text is an error, for it would do nothing. The JavaScript API's and SDK's `putMessage(text)`.
    pub fn put_message(&self, text: impl AsRef<str>) -> Acknowledgement {
        self.send::<PutMessage>(PutMessage::new(text.as_ref()))
    }

    /// Has the host draw a section in the customer's details. The SDK's `modifySection`.
    ///
    /// The host ignores a section, without a word, whose title the Developer Console's initial state does not
    /// declare. [`DetailsSection`](crate::DetailsSection) does this declaratively. A development build warns of what the
    /// host accepts though it is [probably a mistake](Section::warnings).
    pub fn publish_section(&self, section: impl Argument<Section>) -> Acknowledgement {
        let publish = |section: &_| {
            warn_of(section);
            self.send::<Section>(section)
        };
        section.with(publish).unwrap_or_else(|error| self.bridge().refuse(Section::NAME, error))
    }

    /// Asks the host for the chats' messages, once, on the present connection. The SDK's `watchMessages`.
    ///
    /// [`use_message`](crate::use_message) and [`use_messages`](crate::use_messages) do this themselves, and again
    /// when the host begins a new connection.
    pub fn watch_messages(&self) -> Acknowledgement {
        self.send(WatchMessages)
    }

    /// Drops the session and asks for a new one. The SDK's `refreshSession`; see
    /// [`use_session`](crate::use_session), whose handle does the same.
    pub fn refresh_session(&self) -> Acknowledgement {
        self.bridge().refresh_session()
    }
}

/// The commands of the details panel.
///
/// Never re-renders.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it, or the extension has another placement.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Thanks() -> Html {
///     let details = use_details();
///     let thank = move |_| { details.put_message("Thank you!"); };
///     html! { <Button onclick={thank}>{ "Say thanks" }</Button> }
/// }
/// ```
#[hook]
pub fn use_details() -> UseDetailsHandle {
    use_handle("use_details")
}
