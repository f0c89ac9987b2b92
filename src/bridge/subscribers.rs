//! Subscribers to state changes and to events, and when they are notified.
//!
//! The values are in the state machine; a hook reads them when its component renders. Subscribers to a slice are
//! notified of a change immediately, unless events arrive faster than they are answered, or rendering has used up its
//! time in this animation frame. Then changes wait, and their subscribers are notified together at the next animation
//! frame: during a burst of events the page stays responsive, and shows the latest value. Listeners receive every
//! event immediately and in order; if one panics, the others are unaffected.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    time::Duration,
};

use gloo_render::{AnimationFrame, request_animation_frame};
use livechat_protocol::{RawEvent, Slice};

use crate::platform::{HostValue, Timeout, after_rendering, isolated, now};

/// How long rendering may take in one animation frame before further changes wait for the next: half of it. The rest
/// is for messages, and for the browser's layout and paint.
const RENDERING: Duration = Duration::from_millis(8);

/// How many changes are rendered immediately before the events are answered. A host sends related events in one task,
/// such as a profile, a ticket and page data; more than that is a burst.
const BURST: u32 = 3;

/// The browser runs no animation frames in a hidden iframe. Extensions must still work there, so an animation frame
/// then takes this long, in milliseconds.
const HIDDEN_FRAME: u32 = 250;

type OnChange = Rc<dyn Fn()>;
type OnEvent = Rc<dyn Fn(&RawEvent<HostValue>)>;

/// The subscriptions of one connection.
#[derive(Clone, Default)]
pub(crate) struct Subscribers(Rc<Inner>);

#[derive(Default)]
struct Inner {
    next_id: Cell<u64>,
    subscribers: RefCell<Vec<(u64, Slice, OnChange)>>,
    listeners: RefCell<Vec<(u64, OnEvent)>>,
    /// The changed slices whose subscribers have not been notified.
    pending: RefCell<Vec<Slice>>,
    /// When the unfinished rendering began.
    rendering_since: Cell<Option<Duration>>,
    /// How long rendering has taken in this animation frame.
    rendered_for: Cell<Duration>,
    /// How many changes were rendered since the answers to events were posted last.
    unanswered: Cell<u32>,
    /// The request for the next animation frame, if anything was rendered in this one.
    frame: RefCell<Option<(AnimationFrame, Timeout)>>,
}

/// Ends a subscription when it is dropped.
#[must_use = "dropping the subscription ends it"]
pub(crate) struct Subscription {
    subscribers: Weak<Inner>,
    id: u64,
}

impl Subscribers {
    /// Notifies of a slice's changes: at once, or together with later ones at the next animation frame.
    pub(crate) fn subscribe(&self, slice: Slice, on_change: impl Fn() + 'static) -> Subscription {
        let subscription = self.subscription();
        self.0.subscribers.borrow_mut().push((subscription.id, slice, Rc::new(on_change)));
        subscription
    }

    /// Notifies of every event.
    pub(crate) fn listen(&self, on_event: impl Fn(&RawEvent<HostValue>) + 'static) -> Subscription {
        let subscription = self.subscription();
        self.0.listeners.borrow_mut().push((subscription.id, Rc::new(on_event)));
        subscription
    }

    /// Notifies the listeners of an event.
    pub(crate) fn dispatch(&self, event: RawEvent<HostValue>) {
        let event = Rc::new(event);
        // A copy: listeners may be added or removed meanwhile. A removed one is no longer notified.
        let listeners = self.0.listeners.borrow().clone();
        for (id, on_event) in listeners {
            if self.0.listeners.borrow().iter().any(|(present, _)| *present == id) {
                let event = Rc::clone(&event);
                isolated(move || on_event(&event));
            }
        }
    }

    /// Notes a change.
    pub(crate) fn changed(&self, slice: Slice) {
        if !self.0.pending.borrow().contains(&slice) {
            self.0.pending.borrow_mut().push(slice);
        }
        if self.0.rendering_since.get().is_none() {
            self.render_if_there_is_time();
        }
    }

    /// Notifies the subscribers of a slice now instead of at the next animation frame: a component that renders for
    /// another reason already shows the new value, and the others must not show the old one next to it.
    pub(crate) fn keep_together(&self, slice: Slice) {
        let position = self.0.pending.borrow().iter().position(|pending| *pending == slice);
        if let Some(position) = position {
            self.0.pending.borrow_mut().remove(position);
            self.notify(&[slice]);
        }
    }

    /// The answers to all events so far have been posted: the burst is over.
    pub(super) fn answered(&self) {
        self.0.unanswered.set(0);
    }

    /// Notifies the subscribers of all changes, unless there is a burst, or no time left in this animation frame.
    fn render_if_there_is_time(&self) {
        if !self.has_pending() || self.0.rendered_for.get() >= RENDERING || self.0.unanswered.get() >= BURST {
            return;
        }
        let since = now();
        let pending = self.0.pending.take();
        if !self.notify(&pending) {
            return;
        }
        self.0.rendering_since.set(Some(since));
        self.0.unanswered.set(self.0.unanswered.get() + 1);
        // Further changes in the same task belong to the same rendering.
        let subscribers = self.clone();
        after_rendering(move || subscribers.rendered());
    }

    fn rendered(&self) {
        let Some(since) = self.0.rendering_since.take() else { return };
        self.0.rendered_for.set(self.0.rendered_for.get() + now().saturating_sub(since));
        self.render_if_there_is_time();
        // Requesting an animation frame takes time as well, so it happens after the change is on screen.
        if self.0.frame.borrow().is_none() {
            self.await_frame();
        }
    }

    /// Notifies the subscribers of these slices; `false` if there are none.
    fn notify(&self, changed: &[Slice]) -> bool {
        let subscribers = self.0.subscribers.borrow().clone();
        let mut any = false;
        for (_, _, on_change) in subscribers.iter().filter(|(_, slice, _)| changed.contains(slice)) {
            on_change();
            any = true;
        }
        any
    }

    fn await_frame(&self) {
        let (shown, hidden) = (self.clone(), self.clone());
        let frame = (
            request_animation_frame(move |_| shown.frame_began()),
            Timeout::new(HIDDEN_FRAME, move || hidden.frame_began()),
        );
        *self.0.frame.borrow_mut() = Some(frame);
    }

    /// Whether changes wait for the next animation frame.
    pub(crate) fn has_pending(&self) -> bool {
        !self.0.pending.borrow().is_empty()
    }

    /// Handles an animation frame: renders the changes that have waited for it.
    pub(crate) fn frame_began(&self) {
        self.0.frame.take();
        self.0.rendering_since.take();
        self.0.rendered_for.take();
        // Waiting changes are one rendering, and the burst lasts until its events are answered.
        self.0.unanswered.set(if self.has_pending() { BURST - 1 } else { 0 });
        self.render_if_there_is_time();
    }

    fn subscription(&self) -> Subscription {
        let id = self.0.next_id.get();
        self.0.next_id.set(id + 1);
        Subscription { subscribers: Rc::downgrade(&self.0), id }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(inner) = self.subscribers.upgrade() {
            inner.subscribers.borrow_mut().retain(|(id, ..)| *id != self.id);
            inner.listeners.borrow_mut().retain(|(id, _)| *id != self.id);
        }
    }
}
