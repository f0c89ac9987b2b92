//! Who wants to know what, and when they are told.
//!
//! The values themselves live in the state machine; a hook reads them when its component renders. Here is who
//! has to render: subscribers by slice. A change is told at once if none was for a while; those that follow it
//! closely are told together at the next animation frame, so a flood of events costs one render a frame.
//! Listeners for events are told of every single one, at once and in order; one that panics is the only one that fails.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    time::Duration,
};

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use livechat_protocol::{RawEvent, Slice};

use crate::bridge::{HostValue, IN_BROWSER, clock, isolated};

/// The browser runs no animation frames in a frame that is not shown. Extensions work there all the same,
/// and then changes are told this often, in milliseconds.
const HIDDEN_FRAME: u32 = 100;

/// After this long without a change, the next one is in another animation frame, of which there are 60 a second or
/// more. To ask the browser for its next frame takes time before the change is on screen, and most changes come alone.
const LONGER_THAN_A_FRAME: Duration = Duration::from_millis(20);

type OnChange = Rc<dyn Fn()>;
type OnEvent = Rc<dyn Fn(&RawEvent<HostValue>)>;

/// The subscriptions of one connection.
#[derive(Clone, Default)]
pub(crate) struct Store(Rc<Inner>);

#[derive(Default)]
struct Inner {
    next_id: Cell<u64>,
    subscribers: RefCell<Vec<(u64, Slice, OnChange)>>,
    listeners: RefCell<Vec<(u64, OnEvent)>>,
    /// The slices that have changed and whose subscribers have not been told.
    untold: RefCell<Vec<Slice>>,
    /// When changes were told last.
    told: Cell<Option<Duration>>,
    /// There while changes wait for the next frame.
    frame: RefCell<Option<(AnimationFrame, Timeout)>>,
}

/// Ends a subscription when it is dropped.
#[must_use = "dropping the subscription ends it"]
pub(crate) struct Subscription {
    store: Weak<Inner>,
    id: u64,
}

impl Store {
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
        let told = self.0.told.get();
        if !IN_BROWSER || told.is_none_or(|told| clock::now().saturating_sub(told) > LONGER_THAN_A_FRAME) {
            self.tell();
        } else {
            self.await_frame();
        }
    }

    fn tell(&self) {
        self.0.told.set(Some(clock::now()));
        let untold = self.0.untold.take();
        let subscribers = self.0.subscribers.borrow().clone();
        for (_, _, on_change) in subscribers.iter().filter(|(_, slice, _)| untold.contains(slice)) {
            on_change();
        }
    }

    fn await_frame(&self) {
        let (shown, hidden) = (self.clone(), self.clone());
        let frame = (
            request_animation_frame(move |_| shown.frame_began()),
            Timeout::new(HIDDEN_FRAME, move || hidden.frame_began()),
        );
        *self.0.frame.borrow_mut() = Some(frame);
    }

    /// Begins the next frame now, in a test that waits for it. Returns whether there was anything to tell.
    #[cfg(feature = "testing")]
    pub(crate) fn begin_frame(&self) -> bool {
        let has_untold = !self.0.untold.borrow().is_empty();
        if has_untold {
            self.frame_began();
        }
        has_untold
    }

    fn frame_began(&self) {
        self.0.frame.take();
        if !self.0.untold.borrow().is_empty() {
            self.tell();
        }
    }

    fn subscription(&self) -> Subscription {
        let id = self.0.next_id.get();
        self.0.next_id.set(id + 1);
        Subscription { store: Rc::downgrade(&self.0), id }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(store) = self.store.upgrade() {
            store.subscribers.borrow_mut().retain(|(id, ..)| *id != self.id);
            store.listeners.borrow_mut().retain(|(id, _)| *id != self.id);
        }
    }
}
