//! What has been observed of a page.

use std::collections::BTreeSet;
use std::time::Duration;

use livechat_protocol::RawCommand;
use serde_json::Value;

/// Everything that a page did, in order.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// When the iframe's `load` event came, since the start.
    pub(super) loaded: Option<Duration>,
    /// When the extension answered the handshake.
    pub(super) connected: Option<Duration>,
    /// Whether the host gave up.
    pub(super) gave_up: bool,
    /// The messages that the extension posted to the window around it.
    pub(super) posted: Vec<Value>,
    /// The commands.
    pub(super) commands: Vec<Sent>,
    /// When there was something to see, in milliseconds by the browser's clock.
    pub(super) content: Option<f64>,
    /// What appeared in the console, besides violations of the policy.
    pub(super) console: BTreeSet<String>,
    /// What the policy forbade.
    pub(super) violations: BTreeSet<Violation>,
    /// The dialogs that a page in an iframe cannot open, and their texts.
    pub(super) dialogs: BTreeSet<(String, String)>,
    /// The addresses of all requests, each with its method.
    pub(super) requests: Vec<(String, String)>,
}

/// A command.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    /// The command itself.
    pub(super) command: RawCommand<Value>,
    /// When it reached the host's window, in milliseconds by the browser's clock.
    pub(super) at: f64,
}

/// A violation of the Content Security Policy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Violation {
    /// The directive, such as `connect-src`.
    pub(super) directive: String,
    /// The address, or `inline` or `eval`.
    pub(super) blocked: String,
    /// The file and line.
    pub(super) place: String,
}

impl Seen {
    /// When the first command with this name arrived.
    pub(super) fn first(&self, name: &str) -> Option<&Sent> {
        self.commands.iter().find(|sent| sent.command.message == name)
    }
}

impl Violation {
    /// Returns what was blocked, and what to do.
    pub(super) fn described(&self) -> (String, String) {
        let Self { directive, blocked, place } = self;
        let at = if place.is_empty() { String::new() } else { format!(", at {place}") };
        let advice = match (&**directive, &**blocked) {
            ("style-src-attr", _) => {
                "use a class instead of a `style` attribute, or set the property from code: \
                 `element.style().set_property(…)`"
            }
            (_, "inline") if directive.starts_with("script") => {
                "move the script into the page's head with `<link data-trunk rel=\"inline\" type=\"js\" …>`, or into the \
                 application"
            }
            (_, "inline") => "include the style sheet with `<link data-trunk rel=\"inline\" …>`",
            (_, "eval") => "use neither `eval` nor `new Function`, nor a library that does",
            _ => {
                let origin = blocked.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
                return (
                    format!("`{directive}` blocks {blocked}{at}"),
                    format!(
                        "add {origin} to `{directive}` in your server's policy, and pass that policy with `--policy`"
                    ),
                );
            }
        };
        (format!("`{directive}` blocks {blocked} code{at}"), advice.to_owned())
    }
}
