//! The commands that the extension sent.

use std::{future::Future, panic::Location};

use serde_json::Value;

use super::{host::ScriptedHost, wait};

impl ScriptedHost {
    /// The commands sent so far, with their data.
    #[must_use]
    pub fn commands(&self) -> Vec<(String, Value)> {
        self.0.commands().clone()
    }

    /// Waits up to ten seconds for a command with this name, and returns its data. Each command is returned once: the
    /// next call returns the next one.
    ///
    /// ```
    /// # async fn test() -> Result<(), yew_livechat::CommandError> {
    /// use serde_json::json;
    /// use yew_livechat::{prelude::*, testing::ScriptedHost};
    ///
    /// let host = ScriptedHost::new();
    /// let extension = host.connect(Extension::details());
    /// extension.handle().put_message("Hello!").await?;
    /// assert_eq!(host.command("put_message").await, json!("Hello!"));
    /// # Ok(())
    /// # }
    /// # yew_livechat::testing::block_on(test()).unwrap();
    /// ```
    ///
    /// # Panics
    /// If none is sent; the message lists the commands that were.
    #[track_caller]
    pub fn command(&self, name: &str) -> impl Future<Output = Value> {
        let at = Location::caller();
        async move {
            self.settle().await;
            match wait::comes(|| self.0.take_command(name)).await {
                Some(data) => data,
                None => panic!("{at}: the extension did not send `{name}`: {}", self.what_came(name)),
            }
        }
    }

    /// Describes what was sent instead.
    fn what_came(&self, name: &str) -> String {
        let came = self.commands();
        if came.is_empty() {
            return "it sent nothing; is it connected?".to_owned();
        }
        let again = if came.iter().any(|(came, _)| came == name) { "no more of them; " } else { "" };
        let came: Vec<_> = came.iter().map(|(name, data)| format!("`{name}` with {data}")).collect();
        format!("{again}it sent {}", came.join(", "))
    }
}
