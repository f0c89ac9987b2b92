//! The commands that every placement has.

use std::{fmt, marker::PhantomData};

use livechat_protocol::{
    AppProperties, Command, OpenChatWidget, PlacementKind, RawCommand, RegisterTransactionFailure, Toast, TrackedEvent,
    payment::{Charge, PaymentMetadata},
};

use super::kind::Placement;
use crate::bridge::{Acknowledgement, Argument, Bridge, HostValue};

/// The commands of a placement: those below that every placement has, and those of its own.
///
/// A command is sent when it is called; the value that it returns may be awaited or dropped. It takes a value, a reference
/// to one, or the `Result` of making one: an invalid one fails the command, as everything else that can go wrong with it.
/// Before there is a connection, commands wait and then go out in order, once; if none comes about within the
/// [command time-out](crate::Extension::command_timeout), they fail and are not sent later.
///
/// What a placement does not have does not compile:
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

    /// Shows a sentence for a moment, above everything else in the Agent App. The SDK's `setToast`.
    pub fn set_toast(&self, toast: impl Argument<Toast>) -> Acknowledgement {
        self.send(toast)
    }

    /// Shows for a moment that something went well: [`set_toast`](Self::set_toast) with [`Toast::success`].
    pub fn toast_success(&self, content: impl AsRef<str>) -> Acknowledgement {
        self.set_toast(Toast::success(content.as_ref()))
    }

    /// Shows for a moment that something went wrong: [`set_toast`](Self::set_toast) with [`Toast::error`].
    pub fn toast_error(&self, content: impl AsRef<str>) -> Acknowledgement {
        self.set_toast(Toast::error(content.as_ref()))
    }

    /// Lets the host's analytics know of something. The SDK's `trackEvent`.
    pub fn track(&self, event: impl Argument<TrackedEvent>) -> Acknowledgement {
        self.send(event)
    }

    /// Opens the chat with LiveChat's own support. The SDK's `openChatWidget`.
    pub fn open_chat_widget(&self) -> Acknowledgement {
        self.send(OpenChatWidget)
    }

    /// Tells the host of the extension itself: its plan, whether the agent is onboarded. The SDK's `updateProperties`.
    pub fn update_properties(&self, properties: impl Argument<AppProperties>) -> Acknowledgement {
        self.send(properties)
    }

    /// Has the host ask the customer to pay a charge that is registered with the Billing API. The SDK's `startTransaction`.
    ///
    /// What becomes of it is in [`use_transaction`](crate::use_transaction). As the SDK does, it sends
    /// `register_transaction_pending` and then `register_transaction_success`, whose acknowledgement it returns.
    pub fn start_transaction(
        &self,
        charge: impl Argument<Charge>,
        metadata: impl Argument<PaymentMetadata>,
    ) -> Acknowledgement {
        self.bridge.start_transaction(charge, metadata)
    }

    /// Tells the host that a charge could not be registered: the command `register_transaction_failure`.
    pub fn fail_transaction(&self, reason: impl AsRef<str>) -> Acknowledgement {
        self.send(RegisterTransactionFailure::new(reason.as_ref()))
    }

    /// Sends a command that has no typed form here yet, by its name on the wire. The SDK's `sendMessage`.
    /// Its data are JSON, so that the browser can always post them.
    pub fn send_raw(&self, message: impl Into<String>, data: &serde_json::Value) -> Acknowledgement {
        self.bridge.send(RawCommand::new(message.into(), HostValue::from_json(data)))
    }
}

/// Whether a placement is one of these, when the program is compiled.
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
