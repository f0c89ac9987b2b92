//! How the fake misbehaves.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// The fake's switches. The default is a well-behaved LiveChat.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Switches {
    /// Prevent pages from reading responses of `POST /v2/token`
    #[arg(long)]
    pub token_without_cors: bool,

    /// The accounts page's message to the window that opened it
    #[arg(long, value_enum, default_value_t)]
    pub popup: Popup,

    /// Stay on `/ooops` instead of redirecting the browser back
    #[arg(long)]
    pub ooops: bool,

    /// The code for a refusal, for `--ooops` and for `--popup error`
    #[arg(long, value_name = "CODE", default_value = "access_denied")]
    pub exception: String,

    /// The state in the response
    #[arg(long, value_enum, default_value_t)]
    pub state: StateAnswer,

    /// The colon of a token or code in a redirect
    #[arg(long, value_enum, default_value_t)]
    pub colon: Colon,

    /// The prefix of tokens
    #[arg(long, default_value = "dal")]
    pub region: String,

    /// Skip the consent page unless the app requires it: the agent accepts
    #[arg(long)]
    pub skip_consent: bool,

    /// The lifetime of access tokens issued from now on
    #[arg(long, value_name = "SECONDS", default_value_t = 28_800)]
    pub token_lifetime_seconds: u32,

    /// The number of API calls until an access token gets 401
    #[arg(long, value_name = "CALLS")]
    pub calls_per_token: Option<u32>,

    /// Allow refresh tokens to be reused
    #[arg(long)]
    pub reusable_refresh_tokens: bool,

    /// How the API fails
    #[arg(long, value_enum, default_value_t)]
    pub api_fault: ApiFault,

    /// The number of failures until `--api-fault` returns to `none` [default: never]
    #[arg(long, value_name = "TIMES")]
    pub api_fault_times: Option<u32>,

    /// The `Retry-After` of `too_many_requests`
    #[arg(long, value_name = "SECONDS")]
    pub retry_after_seconds: Option<u32>,

    /// Answer `misdirected_request` until `X-Region` names the token's region
    #[arg(long)]
    pub misdirected: bool,

    /// End every thread with an event of an unknown type
    #[arg(long)]
    pub unknown_events: bool,

    /// The delay of both servers
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 0)]
    pub latency_ms: u32,
}

/// The accounts page's message to the window that opened it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Popup {
    /// `token_type`, `expires_in` and `scope` are null, as observed on the real accounts page.
    #[default]
    Nulls,
    /// All fields have values.
    Complete,
    /// All fields have values, with `scopes` instead of `scope`.
    Scopes,
    /// No message, and the window stays open.
    Never,
    /// The `exception`.
    Error,
}

/// The `state` in the accounts page's response.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum StateAnswer {
    /// The requested state.
    #[default]
    Echo,
    /// No state.
    Missing,
    /// Another state.
    Wrong,
}

/// The colon of a token or code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Colon {
    /// `%3A` in a redirect.
    #[default]
    Encoded,
    /// `:` in a redirect.
    Plain,
    /// The value itself contains `%3A`, both in redirects and popups.
    Twice,
}

/// How the API fails.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum ApiFault {
    /// It works.
    #[default]
    None,
    /// 403 to calls that write to a chat.
    NotChatUser,
    /// 422 to calls that write to a chat.
    ChatInactive,
    /// 429, with a `Retry-After` if there is one.
    TooManyRequests,
    /// 502 with HTML: the call has no effect.
    BadGateway,
    /// 200 without a body: the call takes effect.
    EmptyBody,
}

/// Why switches can't be set.
#[derive(Debug, thiserror::Error)]
pub enum SwitchesError {
    /// The region is not a valid prefix of tokens.
    #[error("`region` is {0:?}; use lowercase letters, digits and dashes, such as \"dal\" or \"fra-a\"")]
    Region(String),
    /// The exception is not a valid code.
    #[error("`exception` is {0:?}; use lowercase letters and underscores, such as \"access_denied\"")]
    Exception(String),
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            token_without_cors: false,
            popup: Popup::default(),
            ooops: false,
            exception: "access_denied".to_owned(),
            state: StateAnswer::default(),
            colon: Colon::default(),
            region: "dal".to_owned(),
            skip_consent: false,
            token_lifetime_seconds: 28_800,
            calls_per_token: None,
            reusable_refresh_tokens: false,
            api_fault: ApiFault::default(),
            api_fault_times: None,
            retry_after_seconds: None,
            misdirected: false,
            unknown_events: false,
            latency_ms: 0,
        }
    }
}

impl Switches {
    pub(crate) fn check(&self) -> Result<(), SwitchesError> {
        let only = |text: &str, more: u8| {
            !text.is_empty()
                && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == more)
        };
        if !only(&self.region, b'-') {
            return Err(SwitchesError::Region(self.region.clone()));
        }
        if !only(&self.exception, b'_') {
            return Err(SwitchesError::Exception(self.exception.clone()));
        }
        Ok(())
    }

    /// Returns the fault for a call of this kind, if any, and counts it.
    pub(crate) fn take_fault(&mut self, can_have: impl FnOnce(ApiFault) -> bool) -> ApiFault {
        let fault = self.api_fault;
        if fault == ApiFault::None || !can_have(fault) {
            return ApiFault::None;
        }
        match self.api_fault_times {
            None => fault,
            Some(times @ 2..) => {
                self.api_fault_times = Some(times - 1);
                fault
            }
            Some(last) => {
                self.api_fault = ApiFault::None;
                self.api_fault_times = None;
                if last == 0 { ApiFault::None } else { fault }
            }
        }
    }
}
