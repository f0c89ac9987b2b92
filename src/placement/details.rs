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
    /// Appends text to the agent's message input, or to the ticket. Sending it is up to the agent.
    ///
    /// Empty text is an error, because it would do nothing. The JavaScript API's and the SDK's `putMessage(text)`.
    pub fn put_message(&self, text: impl AsRef<str>) -> Acknowledgement {
        self.send::<PutMessage>(PutMessage::new(text.as_ref()))
    }

    /// Publishes a section of the customer details, which the host renders. The SDK's `modifySection`.
    ///
    /// The host silently ignores a section whose title the Developer Console's initial state does not declare.
    /// [`DetailsSection`](crate::DetailsSection) publishes sections declaratively. A development build warns about
    /// sections that the host accepts but that are [probably a mistake](Section::warnings).
    pub fn publish_section(&self, section: impl Argument<Section>) -> Acknowledgement {
        let publish = |section: &_| {
            warn_of(section);
            self.send::<Section>(section)
        };
        section.with(publish).unwrap_or_else(|error| self.bridge().refuse(Section::NAME, error))
    }

    /// Asks the host once, on the current connection, to send the chats' messages. The SDK's `watchMessages`.
    ///
    /// [`use_message`](crate::use_message) and [`use_messages`](crate::use_messages) do this themselves, also when
    /// the host begins a new connection.
    pub fn watch_messages(&self) -> Acknowledgement {
        self.send(WatchMessages)
    }

    /// Drops the session and asks for a new one, like the handle of [`use_session`](crate::use_session). The SDK's
    /// `refreshSession`.
    pub fn refresh_session(&self) -> Acknowledgement {
        self.bridge().refresh_session()
    }
}

/// Returns the commands of the details panel.
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
