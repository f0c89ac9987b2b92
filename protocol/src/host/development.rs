//! Messages between a development build and the simulator, outside the protocol.

use crate::wire::Payload;

/// The parameter of the extension's URL with which the simulator delays the start of a development build, in
/// milliseconds. To host and prelude, this is like a slow network.
pub const SLOW_START: &str = "slow_start";

/// A report from a development build to the simulator, which cannot see these things from outside.
///
/// ```
/// use livechat_protocol::Report;
/// use serde_json::{Value, json};
///
/// let report = Report::Skipped { field: "`customer_profile.name`".to_owned() };
/// assert_eq!(Report::from_wire(&report.to_wire::<Value>()), Some(report));
/// assert_eq!(Report::from_wire(&json!({ "event_name": "livechat:message" })), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// It refused a message.
    Refused {
        /// The origin of the message.
        origin: String,
        /// Why it was refused.
        reason: String,
    },
    /// It left out a field of an event.
    Skipped {
        /// The event, the field, what was expected and what was found.
        field: String,
    },
    /// It panicked.
    Panicked {
        /// The panic's message, and where it happened.
        text: String,
    },
}

/// The members that mark a report, one for each kind.
const REFUSED: &str = "yew-livechat:refused";
const SKIPPED: &str = "yew-livechat:skipped";
const PANICKED: &str = "yew-livechat:panicked";

impl Report {
    /// The report as it is posted.
    #[must_use]
    pub fn to_wire<P: Payload>(&self) -> P {
        let (mark, members) = match self {
            Self::Refused { origin, reason } => {
                (REFUSED, vec![("origin", P::text(origin)), ("reason", P::text(reason))])
            }
            Self::Skipped { field } => (SKIPPED, vec![("field", P::text(field))]),
            Self::Panicked { text } => (PANICKED, vec![("text", P::text(text))]),
        };
        P::object(vec![(mark, P::object(members))])
    }

    /// Decodes a posted report; `None` if it is not one.
    #[must_use]
    pub fn from_wire<P: Payload>(data: &P) -> Option<Self> {
        let text = |report: &P, member| report.member(member).and_then(|text| text.as_text()).unwrap_or_default();
        if let Some(report) = data.member(REFUSED) {
            return Some(Self::Refused { origin: text(&report, "origin"), reason: text(&report, "reason") });
        }
        if let Some(report) = data.member(SKIPPED) {
            return Some(Self::Skipped { field: text(&report, "field") });
        }
        data.member(PANICKED).map(|report| Self::Panicked { text: text(&report, "text") })
    }
}
