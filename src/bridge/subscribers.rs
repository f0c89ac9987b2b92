//! Subscribers to state changes and to events, and when they are notified.
//!
//! The values themselves live in the state machine; a hook reads them when its component renders.
//! Subscribers to a slice are notified of the first change in an animation frame at once, and of those that follow it
//! together at the next one, so a flood of events costs one render a frame.
//! Listeners for events receive every single one, at once and in order; one that panics is the only one that fails.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use gloo_render::{AnimationFrame, request_animation_frame};
use livechat_protocol::{RawEvent, Slice};

use crate::platform::{HostValue, Timeout, after_rendering, isolated};

/// The browser runs no animation frames in a frame that is not shown. Extensions work there all the same,
/// and then changes are told this often, in milliseconds.
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
    /// The slices that have changed and whose subscribers have not been told.
    untold: RefCell<Vec<Slice>>,
    /// Whether the next frame is about to be asked for.
    asking: Cell<bool>,
    /// There until the next frame; changes wait for it.
    frame: RefCell<Option<(AnimationFrame, Timeout)>>,
}

/// Ends a subscription when it is dropped.
#[must_use = "dropping the subscription ends it"]
pub(crate) struct Subscription {
    subscribers: Weak<Inner>,
    id: u64,
}

impl Subscribers {
    /// Tells of a slice's changes, at most once an animation frame.
    pub(crate) fn subscribe(&self, slice: Slice, on_change: impl Fn() + 'static) -> Subscription {
        let subscription = self.subscription();
        self.0.subscribers.borrow_mut().push((subscription.id, slice, Rc::new(on_change)));
        subscription
    }

    /// Tells of every event.
    pub(crate) fn listen(&self, on_event: impl Fn(&RawEvent<HostValue>) + 'static) -> Subscription {
        let subscription = self.subscription();
        self.0.listeners.borrow_mut().push((subscription.id, Rc::new(on_event)));
        subscription
    }

    /// Tells the listeners of an event.
    pub(crate) fn dispatch(&self, event: RawEvent<HostValue>) {
        let event = Rc::new(event);
        // A copy: listeners may come and go meanwhile. One that has gone is not told any more.
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
        if !self.0.untold.borrow().contains(&slice) {
            self.0.untold.borrow_mut().push(slice);
        }
        if self.0.frame.borrow().is_some() {
            return;
        }
        // All that comes before the browser gets to do anything else is one rendering of Yew's.
        self.tell();
        if !self.0.asking.replace(true) {
            // To ask for the next frame takes time, so only when the change is on screen.
            let subscribers = self.clone();
            after_rendering(move || subscribers.await_frame());
        }
    }

    /// Notifies the subscribers of a slice now instead of at the next animation frame: a component that renders for a
    /// reason of its own shows the new value already, and the others must not show the one before beside it.
    pub(crate) fn keep_together(&self, slice: Slice) {
        let position = self.0.untold.borrow().iter().position(|untold| *untold == slice);
        if let Some(position) = position {
            self.0.untold.borrow_mut().remove(position);
            self.notify(&[slice]);
        }
    }

    fn tell(&self) {
        let untold = self.0.untold.take();
        self.notify(&untold);
    }

    fn notify(&self, changed: &[Slice]) {
        let subscribers = self.0.subscribers.borrow().clone();
        for (_, _, on_change) in subscribers.iter().filter(|(_, slice, _)| changed.contains(slice)) {
            on_change();
        }
    }

    fn await_frame(&self) {
        self.0.asking.set(false);
        let (shown, hidden) = (self.clone(), self.clone());
        let frame = (
            request_animation_frame(move |_| shown.frame_began()),
            Timeout::new(HIDDEN_FRAME, move || hidden.frame_began()),
        );
        *self.0.frame.borrow_mut() = Some(frame);
    }

    /// Whether changes wait for the next frame.
    pub(crate) fn has_untold(&self) -> bool {
        !self.0.untold.borrow().is_empty()
    }

    /// Tells what has waited for this frame.
    pub(crate) fn frame_began(&self) {
        self.0.frame.take();
        if self.has_untold() {
            self.tell();
            self.await_frame();
        }
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
