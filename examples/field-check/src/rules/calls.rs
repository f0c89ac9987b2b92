//! What LiveChat's servers answer.

use super::{Rule, Seen};
use crate::{
    finding::Finding,
    observation::{CallOutcome, Observed},
};

pub(super) fn rule(entry: &str) -> Option<Rule> {
    Some(Rule::Observed(match entry {
        "token-readable" => token_readable,
        "token-json" => token_json,
        "api-unknown-action" => |seen| refused(seen, "unknown action", 404, "not_found"),
        "api-unknown-customer" => |seen| refused(seen, "unknown customer", 404, "not_found"),
        "api-unsupported-version" => |seen| refused(seen, "unpublished version", 400, "unsupported_version"),
        "api-missing-scope" => |seen| refused(seen, "missing scope", 403, "authorization"),
        "api-not-found" => not_found,
        "api-refusal-types" => refusal_types,
        "api-account-readable" => account_readable,
        "api-archives-ended" => archives_ended,
        _ => return None,
    }))
}

fn sign_in<'a>(seen: &Seen<'a>) -> Option<(Option<&'a str>, bool)> {
    let ended = seen.observed().filter_map(|(_, what)| match what {
        Observed::SignIn { error, blocked } => Some((error.as_deref(), *blocked)),
        _ => None,
    });
    ended.last()
}

fn token_readable(seen: &Seen<'_>) -> Finding {
    match sign_in(seen) {
        None => Finding::not_seen("no sign-in"),
        Some((None, _)) => Finding::confirmed("the agent is signed in, with a code"),
        Some((Some(error), true)) => Finding::refuted(error),
        Some((Some(error), false)) => Finding::not_seen(error),
    }
}

fn token_json(seen: &Seen<'_>) -> Finding {
    match sign_in(seen) {
        None => Finding::not_seen("no sign-in"),
        Some((None, _)) => Finding::confirmed("the agent is signed in, with a code that was sent as JSON"),
        Some((Some(error), _)) => Finding::not_seen(error),
    }
}

/// The answer to a call.
#[derive(Clone, Copy)]
struct Answer<'a> {
    call: &'a str,
    status: Option<u16>,
    kind: Option<&'a str>,
    outcome: CallOutcome,
    shows: Option<bool>,
}

impl Answer<'_> {
    fn evidence(&self) -> String {
        let (call, kind) = (self.call, self.kind.unwrap_or("none"));
        match (self.outcome, self.status) {
            (CallOutcome::Succeeded, _) => format!("{call}: succeeded"),
            (CallOutcome::Unreadable, _) => format!("{call}: no answer that the page may read"),
            (CallOutcome::Refused, Some(status)) => format!("{call}: status {status}, type `{kind}`"),
            (CallOutcome::Refused, None) => format!("{call}: refused, type `{kind}`"),
        }
    }
}

fn answers<'a>(seen: &Seen<'a>) -> impl Iterator<Item = Answer<'a>> {
    seen.observed().filter_map(|(_, what)| match what {
        Observed::Call { name, status, kind, outcome, shows } => {
            Some(Answer { call: name, status: *status, kind: kind.as_deref(), outcome: *outcome, shows: *shows })
        }
        _ => None,
    })
}

fn to_call<'a>(seen: &Seen<'a>, call: &str) -> Option<Answer<'a>> {
    answers(seen).filter(|answer| answer.call == call).last()
}

fn refused(seen: &Seen<'_>, call: &str, status: u16, kind: &str) -> Finding {
    match to_call(seen, call) {
        None => Finding::not_seen("the call was not made"),
        Some(answer) if answer.outcome == CallOutcome::Unreadable => Finding::not_seen(answer.evidence()),
        Some(answer) => Finding::of(answer.status == Some(status) && answer.kind == Some(kind), answer.evidence()),
    }
}

fn evidence<'a>(answers: impl Iterator<Item = Answer<'a>>) -> String {
    answers.map(|answer| answer.evidence()).collect::<Vec<_>>().join("; ")
}

fn not_found(seen: &Seen<'_>) -> Finding {
    let found = || answers(seen).filter(|answer| answer.kind == Some("not_found"));
    if found().next().is_none() {
        return Finding::not_seen("no answer of the type `not_found`");
    }
    Finding::of(found().all(|answer| answer.status == Some(404)), evidence(found()))
}

fn refusal_types(seen: &Seen<'_>) -> Finding {
    let refusals = || answers(seen).filter(|answer| answer.outcome == CallOutcome::Refused);
    if refusals().next().is_none() {
        return Finding::not_seen("no call was refused");
    }
    Finding::of(refusals().all(|answer| answer.kind.is_some()), evidence(refusals()))
}

fn account_readable(seen: &Seen<'_>) -> Finding {
    match to_call(seen, "account") {
        None => Finding::not_seen("the call was not made"),
        Some(answer) => Finding::of(answer.outcome != CallOutcome::Unreadable, answer.evidence()),
    }
}

fn archives_ended(seen: &Seen<'_>) -> Finding {
    match to_call(seen, "archives") {
        Some(Answer { shows: Some(only_ended), .. }) => Finding::of(
            only_ended,
            if only_ended { "only ended threads" } else { "an active thread is in the archives" },
        ),
        Some(answer) if answer.outcome == CallOutcome::Succeeded => Finding::not_seen("the archives are empty"),
        Some(answer) => Finding::not_seen(answer.evidence()),
        None => Finding::not_seen("the call was not made"),
    }
}
