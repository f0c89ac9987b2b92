//! The commands that came, and those that are awaited.

use std::{future::Future, panic::Location};

use serde_json::Value;

use super::{host::ScriptedHost, wait};

impl ScriptedHost {
    /// The commands that came so far, with their data.
    #[must_use]
    pub fn commands(&self) -> Vec<(String, Value)> {
        self.0.commands().clone()
    }

    /// Waits for a command of this name, for ten seconds at the most, and returns its data. Asked again, it returns the
    /// next one's: every command is returned once.
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
    /// If none comes; the message says what came instead.
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

    /// What there is in the place of a command that did not come.
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
