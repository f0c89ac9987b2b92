//! What a step found out about an assumption.

use serde::Serialize;

/// Whether the host behaves as assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It does.
    Confirmed,
    /// It does not.
    Refuted,
    /// The step was not done, or did not show it.
    NotSeen,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Refuted => "refuted",
            Self::NotSeen => "not seen",
        }
    }
}

/// A verdict with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// What was observed, without personal data.
    pub evidence: String,
}

impl Finding {
    pub(crate) fn confirmed(evidence: impl Into<String>) -> Self {
        Self { verdict: Verdict::Confirmed, evidence: evidence.into() }
    }

    pub(crate) fn refuted(evidence: impl Into<String>) -> Self {
        Self { verdict: Verdict::Refuted, evidence: evidence.into() }
    }

    pub(crate) fn not_seen(evidence: impl Into<String>) -> Self {
        Self { verdict: Verdict::NotSeen, evidence: evidence.into() }
    }

    /// Confirmed if the host behaves as assumed, otherwise refuted.
    pub(crate) fn of(is_as_assumed: bool, evidence: impl Into<String>) -> Self {
        if is_as_assumed { Self::confirmed(evidence) } else { Self::refuted(evidence) }
    }
}
