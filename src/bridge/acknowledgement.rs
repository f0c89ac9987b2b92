//! How a command ended, for whoever wants to know.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use futures_channel::oneshot;
use livechat_protocol::CommandError;

/// A command's acknowledgement by the host: await it, or drop it.
///
/// The command is under way when you get this. Dropping it takes nothing back; a command that then fails
/// still shows in [`use_connection`](crate::use_connection) and in the console.
/// With the plain driver there are no acknowledgements: a command is done when it is posted.
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
        // The sender is gone only when the bridge is.
        Pin::new(&mut self.0).poll(context).map(|answer| answer.unwrap_or(Err(CommandError::Closed)))
    }
}
