//! Messages from the host.

use std::time::Duration;

use super::{Extension, live_connection::LiveConnection, reports::Reports, shortened};
use crate::{
    events::{RawEvent, Slice, state::Applied},
    extension::{
        connection::{CommandError, RefusalReason},
        envelope::{Envelope, Kept},
        output::Output,
        policy::OriginRefusal,
    },
    wire::{Body, Driver, Frame, Link, METHOD, Origin, Payload, RemoteError},
};

impl<P: Payload> Extension<P> {
    /// Handles a message. Requests the data only once the sender is admitted or, for a window other than the parent,
    /// to detect an impostor of the host: messages from the app's own popups and nested iframes are not the host's,
    /// and are not refused.
    pub fn receive(&mut self, now: Duration, envelope: Envelope<'_>, data: impl FnOnce() -> P) {
        self.receive_kept(now, envelope, Kept::default(), data);
    }

    /// Handles a message that arrived before the application, and that the prelude has partly handled.
    pub fn receive_kept(&mut self, now: Duration, envelope: Envelope<'_>, kept: Kept, data: impl FnOnce() -> P) {
        if !self.settings.in_frame {
            return;
        }
        let taken = if is_from_other_window(envelope) {
            if !has_wire_format(&data()) {
                return;
            }
            Err(RefusalReason::NotParent)
        } else {
            self.admit(envelope).and_then(|origin| match self.driver() {
                Driver::Trusted => self.receive_frame(now, origin, data(), kept),
                Driver::Plain => self.receive_event(now, origin, data()),
            })
        };
        if let Err(reason) = taken {
            self.refuse(envelope.origin, reason);
        }
    }

    /// Handles a message that the browser could not read (`messageerror`).
    pub fn receive_unreadable(&mut self, envelope: Envelope<'_>) {
        // The content of another window's message is unknown.
        if !self.settings.in_frame || is_from_other_window(envelope) {
            return;
        }
        let reason = self.admit(envelope).err().unwrap_or(RefusalReason::Unreadable);
        self.refuse(envelope.origin, reason);
    }

    fn admit(&mut self, envelope: Envelope<'_>) -> Result<Origin, RefusalReason> {
        if !envelope.is_trusted {
            return Err(RefusalReason::Untrusted);
        }
        let pinned = self.live.as_ref().map(|live| &live.origin).filter(|_| self.pinned);
        if let Some(host) = pinned.filter(|host| host.as_str() == envelope.origin) {
            // It was admitted before, and an origin has only one spelling.
            return Ok(host.clone());
        }
        match (self.settings.policy.admit(envelope.origin), pinned) {
            (Ok(_), Some(_)) => Err(OriginRefusal::NotPinned.into()),
            (Ok(origin), _) => Ok(origin),
            (Err(reason), _) => {
                self.parent_refused = Some((shortened(envelope.origin), reason));
                Err(reason.into())
            }
        }
    }

    fn receive_event(&mut self, now: Duration, origin: Origin, data: P) -> Result<(), RefusalReason> {
        let event = RawEvent::from_wire(&data).ok_or(RefusalReason::NotForUs)?;
        let taken = self.take_in(event);
        if !self.pinned {
            self.pinned = true;
            // There was no guess, or a wrong one that received `plugin_inited`.
            if self.live.as_ref().is_none_or(|live| live.origin != origin) {
                let inited = self.inited_at.iter().any(|at| at == origin.as_str());
                self.connected(LiveConnection { inited, ..LiveConnection::new(origin, None) });
                self.open(now);
            }
        }
        taken
    }

    fn receive_frame(&mut self, now: Duration, origin: Origin, data: P, kept: Kept) -> Result<(), RefusalReason> {
        let frame = Frame::from_wire(&data).ok_or(RefusalReason::NotForUs)??;
        match frame.body {
            // The library numbers its connections upwards: nobody listens on an older one any more. One that has been
            // answered was the newest at that time; the older ones may have been dropped.
            Body::Handshake(_) if !kept.answered && self.link().is_some_and(|link| link.supersedes(&frame.link)) => {
                Err(RefusalReason::OtherConnection)
            }
            Body::Handshake(_) => {
                self.shake_hands(now, origin, frame.link, frame.request, kept);
                Ok(())
            }
            _ if self.link() != Some(&frame.link) => Err(RefusalReason::OtherConnection),
            Body::Call { method, args } => self.answer_call(&method, &args, frame.link, frame.request, kept),
            Body::Response(answer) => {
                let pending = frame.request.and_then(|request| self.calls.answered(request));
                if let Some(pending) = pending {
                    self.settle(pending.call, pending.command, answer.map(|_| ()).map_err(CommandError::Refused));
                }
                Ok(())
            }
            Body::Other => Ok(()),
        }
    }

    fn shake_hands(&mut self, now: Duration, origin: Origin, link: Link, request: Option<i64>, kept: Kept) {
        let is_new = self.link() != Some(&link);
        if is_new {
            self.abandon_pending(&CommandError::Interrupted);
            self.pinned = true;
            self.connected(LiveConnection::new(origin, Some(link.clone())));
        }
        if !kept.answered {
            self.respond(link, request, Ok(Some(P::object(Vec::new()))));
        }
        if is_new {
            self.open(now);
        }
    }

    fn answer_call(
        &mut self,
        method: &str,
        args: &[P],
        link: Link,
        request: Option<i64>,
        kept: Kept,
    ) -> Result<(), RefusalReason> {
        let event = args.first().and_then(RawEvent::from_wire);
        let known = method == METHOD;
        let taken = match event {
            Some(event) if known => self.take_in(event),
            _ => Err(RefusalReason::NotForUs),
        };
        // Last, so that the event is on screen before it is answered.
        if kept.answered {
            return taken;
        }
        if known {
            self.acknowledge(link, request);
        } else {
            let error = RemoteError { message: "no such method".to_owned(), code: None };
            self.respond(link, request, Err(error));
        }
        taken
    }

    fn take_in(&mut self, event: RawEvent<P>) -> Result<(), RefusalReason> {
        if self.settings.postpone_profiles && self.postponed.postpone(&event) {
            self.reports = Reports::default();
            self.outputs.push(Output::Event { event, refused: None });
            self.changed(Some(Slice::CustomerProfile));
            return Ok(());
        }
        self.catch_up();
        let Applied { mut changed, refused, skipped } = self.state.apply(&event);
        if changed == Some(Slice::Messages) && !self.stores_messages() {
            self.state.messages.clear();
            changed = None;
        }
        self.outputs.push(Output::Event { event, refused: refused.clone() });
        self.changed(changed);
        self.note_skipped(skipped);
        self.reports = Reports::of(refused.clone());
        refused.map_or(Ok(()), |error| Err(error.into()))
    }
}

/// Whether the browser delivered it from a sibling, a child, a popup or the page itself.
fn is_from_other_window(envelope: Envelope<'_>) -> bool {
    envelope.is_trusted && !envelope.from_parent
}

/// Whether a message has one of the wire formats, without decoding it further.
fn has_wire_format<P: Payload>(data: &P) -> bool {
    Frame::is_marked(data) || RawEvent::from_wire(data).is_some()
}
