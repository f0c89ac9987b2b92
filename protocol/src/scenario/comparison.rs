//! What an extension was expected to send, held against what it sent.

use std::fmt;

use serde_json::Value;

use super::file::Scenario;
use crate::values::PlacementKind;

/// Commands that were expected of an extension, held against those that came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// In the scenario, and did not come.
    pub missing: Vec<(String, Value)>,
    /// Came, and not in the scenario.
    pub unexpected: Vec<(String, Value)>,
    /// The same commands came, in another order.
    pub reordered: bool,
}

impl Comparison {
    /// Whether the same commands came in the same order.
    #[must_use]
    pub fn is_same(&self) -> bool {
        *self == Self::default()
    }
}

/// In words, one line for each command that is not as expected.
impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_same() {
            return f.write_str("the extension sent the recorded commands");
        }
        if self.reordered {
            return f.write_str("the extension sent the same commands in another order");
        }
        f.write_str("the extension sent other commands:")?;
        let both = [("missing", &self.missing), ("unexpected", &self.unexpected)];
        for (what, (name, data)) in both.iter().flat_map(|(what, commands)| commands.iter().map(move |it| (what, it))) {
            write!(f, "\n  {what}: `{name}` with {data}")?;
        }
        Ok(())
    }
}

impl Scenario {
    /// Holds what the extension there sent against what it is expected to send.
    #[must_use]
    pub fn compare(&self, placement: PlacementKind, sent: &[(String, Value)]) -> Comparison {
        let expected = self.commands(placement);
        let mut unexpected = sent.to_vec();
        let missing: Vec<_> = expected
            .iter()
            .filter(|wanted| match unexpected.iter().position(|came| came == *wanted) {
                Some(found) => {
                    unexpected.remove(found);
                    false
                }
                None => true,
            })
            .cloned()
            .collect();
        let reordered = missing.is_empty() && unexpected.is_empty() && expected != sent;
        Comparison { missing, unexpected, reordered }
    }
}
