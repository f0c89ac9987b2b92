//! Commands in progress: those waiting for the connection, and those waiting for an answer.

use std::time::Duration;

use super::{connection::CommandError, output::CallId};
use crate::{commands::RawCommand, wire::limits};

/// A command that waits for the connection.
pub(super) struct Queued<P> {
    pub(super) call: CallId,
    pub(super) command: RawCommand<P>,
    pub(super) deadline: Duration,
}

/// A command that was sent and waits for its answer.
pub(super) struct Pending {
    pub(super) call: CallId,
    pub(super) command: String,
    deadline: Duration,
}

/// A command whose time is up, with the error for the caller.
pub(super) struct Expired {
    pub(super) call: CallId,
    pub(super) command: String,
    pub(super) error: CommandError,
}

/// The bookkeeping of calls. Every accepted call is returned exactly once. Commands are queued in order and have the
/// same time limit, so the first in the queue is the first to expire. This does not hold for sent commands:
/// `plugin_inited` is sent before older commands.
pub(super) struct Calls<P> {
    next_call: u64,
    next_request: i64,
    // Lists instead of `VecDeque`, whose code costs more than moving these few items.
    queue: Vec<Queued<P>>,
    /// By request number, oldest first. There are few: searching them is quick, and a map would add kilobytes.
    pending: Vec<(i64, Pending)>,
}

impl<P> Calls<P> {
    pub(super) fn new() -> Self {
        Self { next_call: 0, next_request: 0, queue: Vec::new(), pending: Vec::new() }
    }

    pub(super) fn next_id(&mut self) -> CallId {
        let call = CallId(self.next_call);
        self.next_call += 1;
        call
    }

    /// Queues a command until there is a connection.
    pub(super) fn queue(&mut self, queued: Queued<P>) -> Result<(), CommandError> {
        if self.queue.len() >= limits::QUEUED_COMMANDS {
            return Err(CommandError::QueueFull);
        }
        self.queue.push(queued);
        Ok(())
    }

    /// Whether that many more commands can be queued or, if sent immediately, be in flight.
    pub(super) fn has_room_for(&self, more: usize, at_once: bool) -> bool {
        match at_once {
            true => self.pending.len() + more <= limits::PENDING_COMMANDS,
            false => self.queue.len() + more <= limits::QUEUED_COMMANDS,
        }
    }

    pub(super) fn pop_queued(&mut self) -> Option<Queued<P>> {
        (!self.queue.is_empty()).then(|| self.queue.remove(0))
    }

    /// Numbers a command that is about to be sent, and waits for its answer.
    pub(super) fn begin(&mut self, call: CallId, command: &str, deadline: Duration) -> Result<i64, CommandError> {
        if self.pending.len() >= limits::PENDING_COMMANDS {
            return Err(CommandError::QueueFull);
        }
        let request = self.next_request;
        self.next_request += 1;
        self.pending.push((request, Pending { call, command: command.to_owned(), deadline }));
        Ok(request)
    }

    /// The call that a response answers; `None` for duplicate, late or forged answers.
    pub(super) fn answered(&mut self, request: i64) -> Option<Pending> {
        self.take_pending(|(pending, _)| *pending == request)
    }

    /// Abandons every call that waits for an answer.
    pub(super) fn abandon_pending(&mut self) -> impl Iterator<Item = Pending> + use<P> {
        std::mem::take(&mut self.pending).into_iter().map(|(_, pending)| pending)
    }

    fn take_pending(&mut self, wanted: impl Fn(&(i64, Pending)) -> bool) -> Option<Pending> {
        let position = self.pending.iter().position(wanted)?;
        Some(self.pending.remove(position).1)
    }

    pub(super) fn next_deadline(&self) -> Option<Duration> {
        let queued = self.queue.first().map(|queued| queued.deadline);
        self.pending.iter().map(|(_, pending)| pending.deadline).chain(queued).min()
    }

    pub(super) fn pop_expired(&mut self, now: Duration) -> Option<Expired> {
        if let Some(Pending { call, command, .. }) = self.take_pending(|(_, pending)| pending.deadline <= now) {
            return Some(Expired { call, command, error: CommandError::TimedOut });
        }
        self.pop_expired_queued(now)
    }

    pub(super) fn pop_expired_queued(&mut self, now: Duration) -> Option<Expired> {
        self.queue.first().filter(|queued| queued.deadline <= now)?;
        let Queued { call, command, .. } = self.queue.remove(0);
        Some(Expired { call, command: command.message.into_owned(), error: CommandError::NotConnected })
    }
}
