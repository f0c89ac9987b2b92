//! What a development build and the simulator say to each other besides the protocol.

use crate::wire::Payload;

/// The parameter of the extension's URL by which the simulator has a development build wait before it starts, in
/// milliseconds. To host and prelude that is no different from a slow network.
pub const SLOW_START: &str = "slow_start";

/// What a development build reports to the simulator, which cannot see it from outside.
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
        /// Where the message came from.
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
        /// What the panic says, and where it happened.
        text: String,
    },
}

/// The member that marks a report, by its kind.
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

    /// Reads what was posted; `None` if it is no report.
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
