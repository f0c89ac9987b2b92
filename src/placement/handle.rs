//! The commands that all placements have.

use std::{fmt, marker::PhantomData};

use livechat_protocol::{
    AppProperties, Command, OpenChatWidget, PlacementKind, RawCommand, RegisterTransactionFailure, Toast, TrackedEvent,
    payment::{Charge, PaymentMetadata},
};

use super::kind::Placement;
use crate::bridge::{Acknowledgement, Argument, Bridge, HostValue};

/// The commands of a placement: the common ones below, and its own.
///
/// Calling a method sends the command; you can await or drop the returned value. Arguments are a value, a reference
/// to one, or the `Result` of building one: an invalid argument fails the command, like any other error. Commands
/// sent before there is a connection are queued and sent in order. If no connection is established within the
/// [command timeout](crate::Extension::command_timeout), they fail and are not sent later.
///
/// A command that the placement does not have does not compile:
///
/// ```compile_fail,E0599
/// fn put(fullscreen: &yew_livechat::placement::UseFullscreenPageHandle) {
///     fullscreen.put_message("Hello!");
/// }
/// ```
pub struct UsePlacementHandle<P> {
    bridge: Bridge,
    placement: PhantomData<P>,
}

impl<P: Placement> UsePlacementHandle<P> {
    pub(crate) fn new(bridge: Bridge) -> Self {
        Self { bridge, placement: PhantomData }
    }

    pub(super) fn send<C: Command>(&self, command: impl Argument<C>) -> Acknowledgement {
        const { assert!(has(C::PLACEMENTS, P::KIND), "this placement does not have this command") };
        match command.with(|command| RawCommand::from(command)) {
            Ok(command) => self.bridge.send(command),
            Err(error) => self.bridge.refuse(C::NAME, error),
        }
    }

    pub(super) fn bridge(&self) -> &Bridge {
        &self.bridge
    }

    /// Shows a short notice above everything else in the Agent App. The SDK's `setToast`.
    pub fn set_toast(&self, toast: impl Argument<Toast>) -> Acknowledgement {
        self.send(toast)
    }

    /// Shows a success notice: [`set_toast`](Self::set_toast) with [`Toast::success`].
    pub fn toast_success(&self, content: impl AsRef<str>) -> Acknowledgement {
        self.set_toast(Toast::success(content.as_ref()))
    }

    /// Shows an error notice: [`set_toast`](Self::set_toast) with [`Toast::error`].
    pub fn toast_error(&self, content: impl AsRef<str>) -> Acknowledgement {
        self.set_toast(Toast::error(content.as_ref()))
    }

    /// Reports an event to the host's analytics. The SDK's `trackEvent`.
    pub fn track(&self, event: impl Argument<TrackedEvent>) -> Acknowledgement {
        self.send(event)
    }

    /// Opens a chat with LiveChat's support. The SDK's `openChatWidget`.
    pub fn open_chat_widget(&self) -> Acknowledgement {
        self.send(OpenChatWidget)
    }

    /// Reports properties of the extension to the host, such as its plan or whether the agent is onboarded. The SDK's
    /// `updateProperties`.
    pub fn update_properties(&self, properties: impl Argument<AppProperties>) -> Acknowledgement {
        self.send(properties)
    }

    /// Asks the customer, through the host, to pay a charge that is registered with the Billing API. The SDK's
    /// `startTransaction`.
    ///
    /// [`use_transaction`](crate::use_transaction) returns the outcome. Like the SDK, it sends
    /// `register_transaction_pending`, then `register_transaction_success`, and returns the acknowledgement of the
    /// latter.
    pub fn start_transaction(
        &self,
        charge: impl Argument<Charge>,
        metadata: impl Argument<PaymentMetadata>,
    ) -> Acknowledgement {
        self.bridge.start_transaction(charge, metadata)
    }

    /// Reports to the host that a charge could not be registered: the command `register_transaction_failure`.
    pub fn fail_transaction(&self, reason: impl AsRef<str>) -> Acknowledgement {
        self.send(RegisterTransactionFailure::new(reason.as_ref()))
    }

    /// Sends a command that has no typed method yet, by its name on the wire. The SDK's `sendMessage`. The data is
    /// JSON, so that the browser can always post it.
    pub fn send_raw(&self, message: impl Into<String>, data: &serde_json::Value) -> Acknowledgement {
        self.bridge.send(RawCommand::new(message.into(), HostValue::from_json(data)))
    }
}

/// Whether a placement is in this list; evaluated at compile time.
const fn has(mut placements: &[PlacementKind], placement: PlacementKind) -> bool {
    while let [first, rest @ ..] = placements {
        if *first as u8 == placement as u8 {
            return true;
        }
        placements = rest;
    }
    false
}

impl<P> Clone for UsePlacementHandle<P> {
    fn clone(&self) -> Self {
        Self { bridge: self.bridge.clone(), placement: PhantomData }
    }
}

impl<P> PartialEq for UsePlacementHandle<P> {
    fn eq(&self, other: &Self) -> bool {
        self.bridge == other.bridge
    }
}

impl<P: Placement> fmt::Debug for UsePlacementHandle<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UsePlacementHandle").field("placement", &P::KIND.as_str()).finish_non_exhaustive()
    }
}
