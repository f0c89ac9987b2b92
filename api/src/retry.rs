//! Whether to repeat a call, and when.

use std::time::Duration;

use crate::{
    call::Call,
    error::{ApiError, ErrorKind},
    repeat::Repeat,
};

/// The most waits for one call: 1, 2, 4, 8, 16 and 30 seconds, a minute in total.
const WAITS: u32 = 6;
/// The most repetitions of a call without an answer.
const UNANSWERED: u32 = 3;
/// The longest backoff, in seconds.
const LONGEST_BACKOFF: u64 = 30;
/// The longest accepted `Retry-After`, in seconds.
const LONGEST_WAIT: u64 = 120;

/// What to do about a failed call.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Retry {
    /// Send the same request again after this time.
    After(Duration),
    /// Send the same request again immediately, with [`Request::with_region`](crate::Request::with_region); use the
    /// region for later calls too. Returned once per call.
    WithRegion(String),
    /// Get a new access token, and send the same request again with it. Returned once per call: a second refusal is
    /// final.
    WithNewToken,
    /// Report the error.
    No,
}

/// The attempts of one call: decides after each failure whether to try again, and when. It has no clock and sends
/// nothing.
///
/// - Status 429 or `too_many_requests`: after the time of `Retry-After`, which LiveChat does not document, otherwise after 1,
///   2, 4, 8, 16 and 30 seconds. Not if LiveChat asks for more than two minutes: a person is waiting.
/// - `misdirected_request`: once, with the region of the error. UNVERIFIED (api-misdirected) which status it has, so
///   only the type counts.
/// - Status 401 or `authentication`: once, with a new token.
/// - No answer, `request_timeout`, `service_unavailable`, or status 502, 503 or 504: up to three times with the same backoff,
///   and only if the call [may be made twice](Repeat::Freely).
///
/// In the first three cases LiveChat did not carry out the call. In the last it may have, which is why a
/// [`SendEvent`](crate::SendEvent) is then never repeated: the message may have been delivered although the answer
/// was lost, and a `custom_id` does not prevent LiveChat from delivering a second one (seen). The agent decides.
///
/// ```
/// use std::time::Duration;
/// use livechat_api::{Attempts, Call, ListTags, Retry, SendEvent};
///
/// let call = SendEvent::message("PJ0MRSHTDG", "Hello");
/// let mut attempts = Attempts::new(&call);
/// let throttled = call.read(429, "").expect_err("throttled");
/// assert_eq!(attempts.after_error(&throttled, Some("5")), Retry::After(Duration::from_secs(5)));
/// assert_eq!(attempts.after_no_answer(), Retry::No);
/// assert_eq!(Attempts::new(&ListTags::new()).after_no_answer(), Retry::After(Duration::from_secs(1)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempts {
    repeat: Repeat,
    waits: u32,
    unanswered: u32,
    region_tried: bool,
    token_tried: bool,
}

impl Attempts {
    /// The attempts of a call that has not been sent yet.
    #[must_use]
    pub fn new<C: Call>(call: &C) -> Self {
        Self { repeat: call.repeat(), waits: 0, unanswered: 0, region_tried: false, token_tried: false }
    }

    /// What to do after a response that was not a success. `retry_after` is the header `Retry-After`, if the response
    /// has one; a date in it is ignored. UNVERIFIED (api-retry-after) whether LiveChat lets a web page read that
    /// header.
    pub fn after_error(&mut self, error: &ApiError, retry_after: Option<&str>) -> Retry {
        let (kind, status) = (error.kind(), error.status());
        if kind == Some(&ErrorKind::TooManyRequests) || status == Some(429) {
            return self.throttled(retry_after.and_then(|seconds| seconds.trim().parse().ok()));
        }
        if let ApiError::Refused(refusal) = error
            && refusal.kind == ErrorKind::MisdirectedRequest
        {
            return self.misdirected(refusal.region.as_deref());
        }
        if status == Some(401) || kind.is_some_and(ErrorKind::asks_for_new_token) {
            return match std::mem::replace(&mut self.token_tried, true) {
                false => Retry::WithNewToken,
                true => Retry::No,
            };
        }
        let is_lost = match kind {
            Some(kind) => matches!(
                kind,
                ErrorKind::RequestTimeout | ErrorKind::ServiceUnavailable | ErrorKind::TemporarilyUnavailable
            ),
            None => matches!(status, Some(502..=504)),
        };
        if is_lost { self.after_no_answer() } else { Retry::No }
    }

    /// What to do when no response arrived: the connection failed, or the request timed out.
    pub fn after_no_answer(&mut self) -> Retry {
        if self.repeat != Repeat::Freely || self.unanswered == UNANSWERED {
            return Retry::No;
        }
        self.unanswered += 1;
        self.backoff()
    }

    fn throttled(&mut self, asked: Option<u64>) -> Retry {
        match asked {
            Some(seconds) if seconds > LONGEST_WAIT => Retry::No,
            // 0 would cause a loop without a pause.
            Some(seconds) if self.waits < WAITS => {
                self.waits += 1;
                Retry::After(Duration::from_secs(seconds.max(1)))
            }
            _ => self.backoff(),
        }
    }

    fn backoff(&mut self) -> Retry {
        if self.waits >= WAITS {
            return Retry::No;
        }
        let seconds = LONGEST_BACKOFF.min(1 << self.waits);
        self.waits += 1;
        Retry::After(Duration::from_secs(seconds))
    }

    fn misdirected(&mut self, region: Option<&str>) -> Retry {
        let is_region = |text: &&str| {
            (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        match region.filter(is_region) {
            Some(region) if !std::mem::replace(&mut self.region_tried, true) => Retry::WithRegion(region.to_owned()),
            _ => Retry::No,
        }
    }
}
