//! The outcome of a command.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use futures_channel::oneshot;
use livechat_protocol::{CallId, CommandError};

use super::pump::WeakBridge;

/// The host's acknowledgement of a command: await it, say what to show if the command fails, or drop it.
///
/// The command is already on its way when this is returned. Dropping it does not cancel the command; if that fails,
/// [`use_connection`](crate::use_connection) and the console still report it. The plain driver has no
/// acknowledgements: there, a command succeeds when it is posted.
///
/// ```
/// use yew::{platform::spawn_local, prelude::*};
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Greet() -> Html {
///     let details = use_details();
///     let failed = use_state(|| None::<CommandError>);
///     let greet = {
///         let failed = failed.clone();
///         move |_| {
///             let sent = details.put_message("Hello!");
///             let failed = failed.clone();
///             spawn_local(async move { failed.set(sent.await.err()) });
///         }
///     };
///     html! {
///         <>
///             <Button onclick={greet}>{ "Greet" }</Button>
///             if let Some(error) = &*failed { <p>{ error.to_string() }</p> }
///         </>
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Acknowledgement {
    call: CallId,
    bridge: WeakBridge,
    receiver: oneshot::Receiver<Result<(), CommandError>>,
}

impl Acknowledgement {
    pub(crate) fn new(call: CallId, bridge: WeakBridge, receiver: oneshot::Receiver<Result<(), CommandError>>) -> Self {
        Self { call, bridge, receiver }
    }

    /// Shows an error notice with this text in the Agent App if the command fails.
    ///
    /// An agent who clicked believes that it worked unless something says otherwise.
    ///
    /// ```
    /// use yew::prelude::*;
    /// use yew_livechat::prelude::*;
    ///
    /// #[component]
    /// fn Greet() -> Html {
    ///     let details = use_details();
    ///     let greet = move |_| {
    ///         details.put_message("Hello!").or_toast("Couldn't insert the greeting. Try again.");
    ///     };
    ///     html! { <Button onclick={greet}>{ "Greet" }</Button> }
    /// }
    /// ```
    pub fn or_toast(mut self, content: impl Into<String>) -> Self {
        let content = content.into();
        if let Some(bridge) = self.bridge.upgrade() {
            match self.receiver.try_recv() {
                // An invalid argument fails at once.
                Ok(Some(result)) => {
                    if result.is_err() {
                        bridge.toast_error(&content);
                    }
                    return bridge.settled(self.call, result);
                }
                _ => bridge.toast_on_failure(self.call, content),
            }
        }
        self
    }
}

impl Future for Acknowledgement {
    type Output = Result<(), CommandError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // The sender is dropped only with the bridge.
        Pin::new(&mut self.receiver).poll(context).map(|answer| answer.unwrap_or(Err(CommandError::Closed)))
    }
}
