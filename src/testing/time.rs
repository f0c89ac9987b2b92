//! How a scripted host's time passes: on request, not by waiting.

use std::time::Duration;

use super::{host::ScriptedHost, turn};

impl ScriptedHost {
    /// Lets all messages in flight arrive, and the app render the results.
    ///
    /// Does not wait for anything that takes longer, such as a server's answer:
    /// [`Mounted::shows`](super::Mounted::shows) and [`command`](Self::command) do.
    pub async fn settle(&self) {
        self.render().await;
        while let Some(arrival) = self.0.next_arrival().filter(|arrival| *arrival > self.0.now()) {
            self.0.set_time(arrival);
            self.render().await;
        }
    }

    /// Lets time pass at both ends, without waiting: due timeouts fire, and slow messages arrive.
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

    /// In order; the app renders in between.
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

    /// Lets time pass until something happens. Returns `false` if nothing does before `end`.
    pub(super) fn elapse_next(&self, end: Duration) -> bool {
        let next = self.0.next_deadline().filter(|next| *next > self.0.now() && *next <= end);
        next.is_some_and(|next| {
            self.0.set_time(next);
            true
        })
    }

    /// Delivers the messages that arrive now, and lets the app render.
    pub(super) async fn render(&self) {
        self.0.carry();
        loop {
            turn::for_rendering().await;
            let Some(bridge) = self.0.bridge().filter(|bridge| bridge.subscribers().has_pending()) else { break };
            // The animation frame that later changes wait for begins now.
            bridge.subscribers().frame_began();
        }
    }
}
