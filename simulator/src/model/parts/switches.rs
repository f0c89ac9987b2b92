//! The fake LiveChat's switches in the panel. `fake/src/switches.rs` defines them; a test compares both.

use serde_json::Value;

use super::fake_livechat::Switches;

/// A switch of the fake.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Switch {
    /// Its name in `/fake/switches`.
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) control: Control,
}

/// The control of a switch.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Control {
    /// On or off; off by default.
    Flag,
    /// One of these values, each with its label; the first by default.
    Choice(&'static [(&'static str, &'static str)]),
    /// A whole number; this one by default.
    Number(u32),
    /// A whole number or none; none by default.
    MaybeNumber,
}

use Control::{Choice, Flag, MaybeNumber, Number};

/// All switches, in their order on screen.
pub(crate) const SWITCHES: [Switch; 17] = [
    switch(
        "api_fault",
        "API fault",
        "The first two affect calls that write to a chat, the others every call.",
        Choice(&[
            ("none", "None"),
            ("not_chat_user", "403, not a user of the chat"),
            ("chat_inactive", "422, inactive chat"),
            ("too_many_requests", "429, too many requests"),
            ("bad_gateway", "502 with HTML"),
            ("empty_body", "200 without a body"),
        ]),
    ),
    switch("api_fault_times", "Failures", "The API fault ends after this many. Empty: never.", MaybeNumber),
    switch("retry_after_seconds", "Retry-After", "Seconds, sent with 429. Empty: no header.", MaybeNumber),
    switch("latency_ms", "Response delay", "Milliseconds, for accounts and API.", Number(0)),
    switch("token_lifetime_seconds", "Token lifetime", "Seconds, for tokens issued from now on.", Number(28_800)),
    switch("calls_per_token", "Calls per token", "Then the API answers 401. Empty: no limit.", MaybeNumber),
    switch("region", "Region", "The prefix of tokens.", Choice(&[("dal", "dal"), ("fra", "fra"), ("fra-a", "fra-a")])),
    switch(
        "state",
        "State in the response",
        "The extension accepts only its own.",
        Choice(&[("echo", "As requested"), ("missing", "Missing"), ("wrong", "Another")]),
    ),
    switch(
        "colon",
        "Colon in codes and tokens",
        "In a redirect.",
        Choice(&[("encoded", "%3A"), ("plain", ":"), ("twice", "%3A in the value itself")]),
    ),
    switch(
        "popup",
        "Popup message",
        "For extensions that receive the response as a message.",
        Choice(&[
            ("nulls", "Some fields null"),
            ("complete", "Complete"),
            ("scopes", "scopes instead of scope"),
            ("never", "None"),
            ("error", "Refusal"),
        ]),
    ),
    switch(
        "exception",
        "Refusal",
        "The code on /ooops and in popups.",
        Choice(&[
            ("access_denied", "access_denied"),
            ("invalid_scope", "invalid_scope"),
            ("server_error", "server_error"),
            ("temporarily_unavailable", "temporarily_unavailable"),
            ("identity_lost", "identity_lost"),
            ("unauthorized", "unauthorized"),
            ("credentials_login_disabled", "credentials_login_disabled"),
        ]),
    ),
    switch("skip_consent", "Skip consent", "Signs the agent in without asking.", Flag),
    switch("ooops", "Refused redirects", "The browser stays on /ooops instead of returning.", Flag),
    switch(
        "token_without_cors",
        "Token endpoint without CORS",
        "The page can't read the answer of POST /v2/token.",
        Flag,
    ),
    switch("reusable_refresh_tokens", "Reusable refresh tokens", "Otherwise each works once.", Flag),
    switch("misdirected", "Misdirected calls", "Refused until X-Region names the token's region.", Flag),
    switch("unknown_events", "Unknown events", "Every thread ends with an event of an unknown type.", Flag),
];

const fn switch(name: &'static str, label: &'static str, hint: &'static str, control: Control) -> Switch {
    Switch { name, label, hint, control }
}

impl Switch {
    /// The value in a well-behaved LiveChat.
    pub(crate) fn default(&self) -> Value {
        match self.control {
            Flag => false.into(),
            Choice(choices) => choices.first().map(|(value, _)| *value).into(),
            Number(number) => number.into(),
            MaybeNumber => Value::Null,
        }
    }
}

/// The number of switches that differ from a well-behaved LiveChat.
pub(super) fn changed(switches: &Switches) -> usize {
    let is_changed = |switch: &&Switch| switches.get(switch.name).is_some_and(|value| *value != switch.default());
    SWITCHES.iter().filter(is_changed).count()
}
