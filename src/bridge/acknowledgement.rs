//! The outcome of a command.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use futures_channel::oneshot;
use livechat_protocol::CommandError;

/// The host's acknowledgement of a command: await it, or drop it.
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
pub struct Acknowledgement(oneshot::Receiver<Result<(), CommandError>>);

impl Acknowledgement {
    pub(crate) fn new(receiver: oneshot::Receiver<Result<(), CommandError>>) -> Self {
        Self(receiver)
    }
}

impl Future for Acknowledgement {
    type Output = Result<(), CommandError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // The sender is dropped only with the bridge.
        Pin::new(&mut self.0).poll(context).map(|answer| answer.unwrap_or(Err(CommandError::Closed)))
    }
}
