//! The extension's session.

use std::ops::Deref;

use livechat_protocol::{Authorize, Event, Session, Slice};
use yew::prelude::*;

use super::context::{use_placements, use_slice};
use crate::bridge::{Acknowledgement, Bridge};

/// The session, and the method to refresh it.
#[derive(Clone, PartialEq)]
pub struct UseSessionHandle {
    session: Session,
    bridge: Bridge,
}

impl UseSessionHandle {
    /// Drops the session's id immediately and asks the host for a new one, which arrives as an event.
    ///
    /// The JavaScript API's `refreshSessionId()`, the SDK's `refreshSession()`: the command `plugin_loaded`. An
    /// extension that [handles authorization itself](crate::Extension::authorize) has no session to drop, but the
    /// command is still sent.
    pub fn refresh(&self) -> Acknowledgement {
        self.bridge.refresh_session()
    }
}

impl Deref for UseSessionHandle {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

/// Returns the extension's session with its own server: pending, authorized with an id, refused, or handled by the
/// app.
///
/// Combines the JavaScript API's `getSessionId()`, `on("authorize")` and `on("authorize_error")`.
/// UNVERIFIED (authorize-data): what hosts send with `authorize` has no public source; an id is accepted in every likely
/// form, and may be missing.
///
/// Re-renders when the session changes.
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
/// fn SessionLine() -> Html {
///     let session = use_session();
///     let text = match &*session {
///         Session::Pending => "Signing in…".to_owned(),
///         Session::Authorized { id: Some(id) } => format!("Session {id}"),
///         Session::Authorized { id: None } => "Signed in".to_owned(),
///         Session::Refused => "Your account has no access".to_owned(),
///         Session::HandledByApp => String::new(),
///     };
///     let refresh = move |_| { session.refresh(); };
///     html! { <p>{ text }<Button onclick={refresh}>{ "Refresh session" }</Button></p> }
/// }
/// ```
#[hook]
pub fn use_session() -> UseSessionHandle {
    let context = use_placements("use_session", Authorize::PLACEMENTS);
    let session = use_slice(context.bridge.clone(), Slice::Session, |state, _| state.session.clone());
    UseSessionHandle { session, bridge: context.bridge }
}
