//! The state of the connection to the host.

use livechat_protocol::{Connection, PlacementKind, Slice};
use yew::prelude::*;

use super::context::{use_extension_context, use_slice};

/// Returns the state of the connection to the host (connecting, connected, failed with a reason, or not in an
/// iframe), the refused messages, and the failed commands.
///
/// Re-renders when any of that changes.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Status() -> Html {
///     let connection = use_connection();
///     let text = match &connection.state {
///         ConnectionState::Connecting => "Connecting…".to_owned(),
///         ConnectionState::Connected { origin, .. } => format!("Connected to {origin}"),
///         ConnectionState::Failed(error) => error.to_string(),
///         ConnectionState::NotInFrame => "Not in a frame".to_owned(),
///     };
///     html! { <p title={connection.last_failure.as_ref().map(ToString::to_string)}>{ text }</p> }
/// }
/// ```
#[hook]
pub fn use_connection() -> Connection {
    let context = use_extension_context("use_connection", PlacementKind::Details);
    use_slice(context.bridge, Slice::Connection, |_, connection| connection.clone())
}
