//! The results of checks.

use super::table::Check;

/// A problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The check.
    pub check: &'static Check,
    /// What is wrong.
    pub what: String,
    /// Where: the pages and views.
    pub places: Vec<String>,
    /// What to do.
    pub advice: String,
}

/// What has been found so far. The same problem in several views is one finding.
#[derive(Debug, Default)]
pub(super) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    /// Adds a problem.
    pub(super) fn add(&mut self, check: &'static Check, what: impl Into<String>, place: impl Into<String>) {
        self.advise(check, what, place, check.advice);
    }

    /// Adds a problem with its own advice.
    pub(super) fn advise(
        &mut self,
        check: &'static Check,
        what: impl Into<String>,
        place: impl Into<String>,
        advice: impl Into<String>,
    ) {
        let (what, place) = (what.into(), place.into());
        match self.0.iter_mut().find(|known| known.check == check && known.what == what) {
            Some(known) if known.places.contains(&place) => {}
            Some(known) => known.places.push(place),
            None => self.0.push(Finding { check, what, places: vec![place], advice: advice.into() }),
        }
    }

    /// Adds the problems of another test.
    pub(super) fn extend(&mut self, others: Self) {
        for Finding { check, what, places, advice } in others.0 {
            for place in places {
                self.advise(check, what.clone(), place, advice.clone());
            }
        }
    }
}
