//! Compares the expected commands of an extension with the sent ones.

use std::fmt;

use serde_json::Value;

use super::file::Scenario;
use crate::values::PlacementKind;

/// The differences between the expected commands of an extension and the sent ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Commands of the scenario that were not sent.
    pub missing: Vec<(String, Value)>,
    /// Sent commands that are not in the scenario.
    pub unexpected: Vec<(String, Value)>,
    /// The same commands were sent, in another order.
    pub reordered: bool,
}

impl Comparison {
    /// Whether the same commands were sent in the same order.
    #[must_use]
    pub fn is_same(&self) -> bool {
        *self == Self::default()
    }
}

/// One line for each command that differs.
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
    /// Compares the commands that the extension in this placement sent with the expected ones.
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
