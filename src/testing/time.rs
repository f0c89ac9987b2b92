//! How a scripted host's time passes: as far as somebody wants it to, and not by waiting.

use std::time::Duration;

use super::{host::ScriptedHost, turn};

impl ScriptedHost {
    /// Lets everything that is under way arrive, and the app render what came of it.
    ///
    /// What takes the app longer than that, as an answer from a server, is not waited for:
    /// [`Mounted::shows`](super::Mounted::shows) and [`command`](Self::command) do.
    pub async fn settle(&self) {
        self.render().await;
        while let Some(arrival) = self.0.next_arrival().filter(|arrival| *arrival > self.0.now()) {
            self.0.set_time(arrival);
            self.render().await;
        }
    }

    /// Lets time pass at both ends, without waiting for it: time-outs come that are due, and slow messages arrive.
    ///
    /// ```
    /// # async fn test() {
    /// use std::time::Duration;
    ///
    /// use yew_livechat::{prelude::*, testing::{Faults, ScriptedHost}};
    ///
    /// let host = ScriptedHost::new();
    /// host.set_faults(Faults { silent: true, ..Faults::default() });
    /// let extension = host.connect(Extension::details());
    /// host.elapse(Duration::from_secs(5)).await;
    /// assert!(matches!(extension.connection().state, ConnectionState::Failed(_)));
    /// # }
    /// # yew_livechat::testing::block_on(test());
    /// ```
    pub async fn elapse(&self, time: Duration) {
        self.elapse_until(self.0.now().saturating_add(time)).await;
    }

    /// One thing after the other, and the app renders in between.
    pub(super) async fn elapse_until(&self, end: Duration) {
        self.render().await;
        while self.elapse_next(end) {
            self.render().await;
        }
        if end > self.0.now() {
            self.0.set_time(end);
            self.render().await;
        }
    }

    /// Lets time pass until something happens by it. Returns `false` if nothing does up to `end`.
    pub(super) fn elapse_next(&self, end: Duration) -> bool {
        let next = self.0.next_deadline().filter(|next| *next > self.0.now() && *next <= end);
        next.is_some_and(|next| {
            self.0.set_time(next);
            true
        })
    }

    /// Lets arrive what arrives now, and the app render.
    pub(super) async fn render(&self) {
        self.0.carry();
        loop {
            turn::for_rendering().await;
            let Some(bridge) = self.0.bridge().filter(|bridge| bridge.subscribers().has_untold()) else { break };
            // The frame that later changes wait for begins now.
            bridge.subscribers().frame_began();
        }
    }
}
