//! Outgoing messages, in order.
//!
//! Answers to events wait until Yew has rendered the change of the first event (unless that waits for the next
//! animation frame), and then for a task behind the messages that have arrived by then. They are posted together.
//! Posting each separately made bursts of events take nearly twice as long, because browser, host and extension kept
//! waking one another.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use livechat_protocol::{Origin, Post};

use super::{task::Task, transport::Transport};
use crate::platform::{HostValue, after_rendering};

/// How many answers wait at most: a continuous stream of events must not hold them back.
const TOGETHER: usize = 128;

type Poster = Box<dyn Fn(&Origin, &HostValue)>;

/// Posts urgent messages immediately, and the others together. Dropping it discards waiting messages.
pub(crate) struct Outbox(Rc<Inner>);

struct Inner {
    post: Poster,
    waiting: RefCell<Vec<Post<HostValue>>>,
    task: Option<Task>,
}

impl Outbox {
    /// Creates an outbox that posts with `post`, then calls `on_posted` if no further message has arrived.
    pub(crate) fn new(post: impl Fn(&Origin, &HostValue) + 'static, on_posted: impl Fn() + 'static) -> Self {
        Self(Rc::new_cyclic(|weak: &Weak<Inner>| {
            let weak = weak.clone();
            let task = Task::new(move || {
                if let Some(inner) = weak.upgrade() {
                    inner.post_all();
                    on_posted();
                }
            });
            Inner { post: Box::new(post), waiting: RefCell::default(), task }
        }))
    }

    fn send(&self, post: Post<HostValue>) {
        let Inner { waiting, task, .. } = &*self.0;
        let can_wait = post.can_wait && task.is_some();
        waiting.borrow_mut().push(post);
        let count = waiting.borrow().len();
        if !can_wait || count >= TOGETHER {
            self.0.post_all();
        } else if count == 1 {
            // The first answer requests the task that posts all of them. Requesting takes time as well, so it happens
            // after rendering.
            let weak = Rc::downgrade(&self.0);
            after_rendering(move || {
                if let Some(inner) = weak.upgrade()
                    && !inner.task.as_ref().is_some_and(Task::ask)
                {
                    inner.post_all();
                }
            });
        }
    }
}

/// At top level there is no window around the page, and nothing to post to.
impl Transport for Option<Outbox> {
    fn post(&self, post: Post<HostValue>) {
        if let Some(outbox) = self {
            outbox.send(post);
        }
    }
}

impl Inner {
    fn post_all(&self) {
        for Post { target, frame, .. } in self.waiting.take() {
            (self.post)(&target, &frame);
        }
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        self.0.post_all();
    }
}
