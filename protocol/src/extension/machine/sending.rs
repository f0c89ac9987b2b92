//! Commands, from the call to their end.

use std::time::Duration;

use super::Extension;
use crate::{
    commands::{
        Command, PluginInited, PluginLoaded, RawCommand, RegisterTransactionPending, RegisterTransactionSuccess,
        WatchMessages,
    },
    events::Slice,
    extension::{
        calls::Queued,
        connection::{CommandError, FailedCommand},
        output::{CallId, Output, Post},
        policy::LIKELY_HOSTS,
    },
    values::{
        Session,
        payment::{Charge, PaymentMetadata, Transaction},
    },
    wire::{Body, Driver, Frame, METHOD, Payload},
};

impl<P: Payload> Extension<P> {
    /// Sends a command, now or once there is a connection.
    pub fn send(&mut self, now: Duration, command: impl Into<RawCommand<P>>) -> CallId {
        self.send_raw(now, command.into())
    }

    /// Fails a command whose data is invalid: it is not sent.
    pub fn fail(&mut self, command: impl Into<String>, error: impl Into<CommandError>) -> CallId {
        let call = self.calls.next_id();
        self.settle(call, command.into(), Err(error.into()));
        call
    }

    fn send_raw(&mut self, now: Duration, command: RawCommand<P>) -> CallId {
        let call = self.calls.next_id();
        let deadline = now.saturating_add(self.settings.command_timeout);
        if !self.settings.in_frame {
            self.settle(call, command.message.into_owned(), Err(CommandError::NotInFrame));
        } else if self.is_inited() {
            self.transmit(call, &command, deadline);
        } else {
            let name = command.message.clone();
            if let Err(error) = self.calls.queue(Queued { call, command, deadline }) {
                self.settle(call, name.into_owned(), Err(error));
            }
        }
        call
    }

    /// Drops the session's id immediately and asks the host for a new one, which arrives as an event.
    pub fn refresh_session(&mut self, now: Duration) -> CallId {
        self.set_session(Session::Pending);
        self.send(now, &PluginLoaded)
    }

    /// Asks the host for the chats' messages, now and on every later connection.
    pub fn watch_messages(&mut self, now: Duration) {
        self.watching = true;
        self.open(now);
    }

    /// Asks the customer to pay, through the host. Like the SDK, it sends the payment and then the charge. If there
    /// is no room for both commands, neither is sent: half a transaction could not be undone.
    pub fn start_transaction(&mut self, now: Duration, charge: &Charge, metadata: &PaymentMetadata) -> CallId {
        self.set_transaction(Transaction::Pending);
        if self.settings.in_frame && !self.calls.has_room_for(2, self.is_inited()) {
            let call = self.calls.next_id();
            self.settle(call, RegisterTransactionPending::NAME.to_owned(), Err(CommandError::QueueFull));
            return call;
        }
        self.send(now, &RegisterTransactionPending::new(charge, metadata.clone()));
        self.send(now, &RegisterTransactionSuccess::new(charge.clone()))
    }

    /// Once connected and rendered: sends `plugin_inited`, then the queued commands.
    pub(super) fn open(&mut self, now: Duration) {
        let Some(live) = self.live.as_mut().filter(|_| self.rendered) else { return };
        let says_inited = !std::mem::replace(&mut live.inited, true);
        let watches = self.watching && !std::mem::replace(&mut live.watched, true);
        if says_inited {
            self.transmit_own(now, &RawCommand::from(&PluginInited));
        }
        if watches {
            self.transmit_own(now, &RawCommand::from(&WatchMessages));
        }
        // Not the sent ones: their answers may have arrived but not been handled.
        while let Some(expired) = self.calls.pop_expired_queued(now) {
            self.settle(expired.call, expired.command, Err(expired.error));
        }
        while let Some(Queued { call, command, deadline }) = self.calls.pop_queued() {
            self.transmit(call, &command, deadline);
        }
    }

    /// If the browser does not report the parent's origin, a host with the plain driver may wait for `plugin_inited`
    /// before it sends anything.
    pub(super) fn notify_likely_hosts(&mut self) {
        let is_unknown = self.live.is_none() && self.settings.parent_origin.is_none();
        if !is_unknown || !self.settings.in_frame || self.driver() != Driver::Plain {
            return;
        }
        let frame: P = RawCommand::from(&PluginInited).to_wire(self.settings.launch.plugin_id.as_deref());
        for origin in LIKELY_HOSTS {
            let is_inited = self.inited_at.iter().any(|at| at == origin);
            if let (false, Ok(target)) = (is_inited, self.settings.policy.admit(origin)) {
                self.inited_at.push(origin.to_owned());
                self.outputs.push(Output::Post(Post { target, frame: frame.clone(), can_wait: false }));
            }
        }
    }

    /// Sends an internal command whose outcome nobody awaits.
    fn transmit_own(&mut self, now: Duration, command: &RawCommand<P>) {
        let deadline = now.saturating_add(self.settings.command_timeout);
        let call = self.calls.next_id();
        self.transmit(call, command, deadline);
    }

    fn transmit(&mut self, call: CallId, command: &RawCommand<P>, deadline: Duration) {
        let wire = command.to_wire(self.settings.launch.plugin_id.as_deref());
        let Some(link) = self.link().cloned() else {
            // The plain driver has no answers: a posted command has succeeded.
            self.post(wire);
            self.settle(call, command.message.clone().into_owned(), Ok(()));
            return;
        };
        match self.calls.begin(call, &command.message, deadline) {
            Ok(request) => {
                let body = Body::Call { method: METHOD.into(), args: vec![wire] };
                self.post(Frame { link, body, request: Some(request), origin: None }.to_wire());
            }
            Err(error) => self.settle(call, command.message.clone().into_owned(), Err(error)),
        }
    }

    pub(super) fn abandon_pending(&mut self, error: &CommandError) {
        for pending in self.calls.abandon_pending() {
            self.settle(pending.call, pending.command, Err(error.clone()));
        }
    }

    pub(super) fn settle(&mut self, call: CallId, command: String, result: Result<(), CommandError>) {
        if let Err(error) = &result {
            let refused = matches!(error, CommandError::Refused(_));
            if refused && command == PluginLoaded::NAME && self.state.session == Session::Pending {
                self.set_session(Session::Refused);
            }
            let of_transaction = [RegisterTransactionPending::NAME, RegisterTransactionSuccess::NAME];
            if self.state.transaction.is_pending() && of_transaction.contains(&command.as_str()) {
                self.set_transaction(Transaction::Failed { reason: error.to_string() });
            }
            self.connection.failed += 1;
            self.connection.last_failure = Some(FailedCommand { command: command.clone(), error: error.clone() });
            self.changed(Some(Slice::Connection));
        }
        self.outputs.push(Output::Settled { call, command, result });
    }
}
