//! What goes out to the host, in order.
//!
//! Answers to events wait until Yew has rendered what the first of these events changed, unless that itself waits for the
//! next animation frame, and then for a task that comes after the messages which have arrived by then. They go out together.
//! Where each went out by itself, many events at once took nearly twice as long: browser, host and extension kept waking
//! one another.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use livechat_protocol::{Origin, Post};

use super::{task::Task, transport::Transport};
use crate::platform::{HostValue, after_rendering};

/// How many wait at the most: while events keep coming, so do the answers.
const TOGETHER: usize = 128;

type Poster = Box<dyn Fn(&Origin, &HostValue)>;

/// Posts what cannot wait at once, and the rest together. When it is dropped, nothing waits any more.
pub(crate) struct Outbox(Rc<Inner>);

struct Inner {
    post: Poster,
    waiting: RefCell<Vec<Post<HostValue>>>,
    task: Option<Task>,
}

impl Outbox {
    /// An outbox that posts by `post`, and then calls `on_posted` if no further message had arrived.
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
            // The first asks for the task in which all are posted; that takes time too, so after rendering.
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

/// At top level there is no window around, and nobody to post to.
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
