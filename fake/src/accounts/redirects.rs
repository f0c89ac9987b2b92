//! Limits how often the browser is redirected to an app.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::time::Instant;

/// How many redirects in [`WINDOW`] are allowed for a client and a user.
const ALLOWED: usize = 3;
const WINDOW: Duration = Duration::from_secs(30);

/// The times of redirects for each agent and client.
#[derive(Debug, Default)]
pub(crate) struct Redirects(BTreeMap<(String, String), Vec<Instant>>);

impl Redirects {
    /// Counts a redirect. Returns false if it exceeds the limit.
    pub(crate) fn count(&mut self, client: &str, agent: &str) -> bool {
        let now = Instant::now();
        let times = self.0.entry((client.to_owned(), agent.to_owned())).or_default();
        times.retain(|time| now.duration_since(*time) < WINDOW);
        if times.len() >= ALLOWED {
            return false;
        }
        times.push(now);
        true
    }
}
