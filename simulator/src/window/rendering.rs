//! Schedules rendering after received messages.

use gloo_render::{AnimationFrame, request_animation_frame};
use yew::Callback;

/// Thousands of messages may arrive at once: the first renders immediately, those within the same animation frame
/// together at the next one.
#[derive(Default)]
pub(crate) struct Rendering {
    /// The callback for the next animation frame.
    next: Option<AnimationFrame>,
    /// Whether to render then.
    is_due: bool,
}

impl Rendering {
    /// A message was received. Returns whether to render now; otherwise it renders when `began` is called.
    pub(crate) fn received(&mut self, began: &Callback<()>) -> bool {
        if self.next.is_some() {
            self.is_due = true;
            return false;
        }
        let began = began.clone();
        self.next = Some(request_animation_frame(move |_| began.emit(())));
        true
    }

    /// The animation frame has begun. Returns whether to render.
    pub(crate) fn began(&mut self) -> bool {
        std::mem::take(self).is_due
    }
}
