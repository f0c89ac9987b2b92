//! All steps, with hosts that behave as assumed, otherwise, or not at all.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

use std::collections::{BTreeMap, BTreeSet};

use field_check::{
    CallOutcome, Finding, Observed, Record, Report, Rule, Step, Verdict, entries, rule, shape, steps, steps_of,
};
use serde_json::{Value, json};
use yew_livechat::protocol::PlacementKind;

/// How a host behaves.
#[derive(Clone, Copy, PartialEq)]
enum Host {
    AsAssumed,
    Otherwise,
    /// It sends no event at all.
    Silent,
}

/// A person who does every step.
struct Tester {
    host: Host,
    now: u64,
    records: BTreeMap<&'static str, (PlacementKind, Record)>,
}

/// The step that the tester is doing.
struct Doing<'a> {
    placement: PlacementKind,
    record: &'a mut Record,
    now: &'a mut u64,
    host: Host,
}

impl Tester {
    fn new(host: Host) -> Self {
        let records = PlacementKind::ALL.map(|kind| (kind.as_str(), (kind, Record::default())));
        Self { host, now: 1_000, records: records.into() }
    }

    /// Does all steps, in order.
    fn walk(&mut self) {
        for placement in PlacementKind::ALL {
            let (_, record) = self.records.get_mut(placement.as_str()).unwrap();
            let named = if self.host == Host::AsAssumed { "none" } else { "named by the host" };
            record.facts.insert("iframe name".to_owned(), named.to_owned());
            record.begin(placement, self.now);
            for step in steps_of(placement) {
                assert_eq!(record.current(placement), Some(step));
                Doing { placement, record, now: &mut self.now, host: self.host }.step(step);
                assert!(record.has_ended(step.id), "{} has not ended", step.id);
            }
            assert_eq!(record.current(placement), None);
        }
    }

    fn report(&self) -> Report {
        let records: Vec<_> = self.records.values().cloned().collect();
        Report::new(&records, "2026-11-28T02:45:00.000Z")
    }

    fn findings(&self) -> BTreeMap<&'static str, Finding> {
        self.report().rows.into_iter().map(|row| (row.entry.id, row.finding)).collect()
    }
}

impl Doing<'_> {
    fn observe(&mut self, after: u64, what: Observed) {
        *self.now += after;
        self.record.observe(self.placement, *self.now, what);
    }

    fn event(&mut self, name: &str, data: &Value, other_chat: Option<bool>) {
        if self.host != Host::Silent {
            self.observe(10, Observed::Event { name: name.to_owned(), shape: shape(data), other_chat });
        }
    }

    fn command(&mut self, name: &str) {
        self.record.act(self.placement, *self.now);
        self.observe(5, Observed::Command { name: name.to_owned(), error: None });
    }

    fn call(&mut self, name: &str, answer: Result<Option<bool>, Option<(u16, Option<&str>)>>) {
        let (outcome, error, shows) = match answer {
            Ok(shows) => (CallOutcome::Succeeded, None, shows),
            Err(Some(error)) => (CallOutcome::Refused, Some(error), None),
            Err(None) => (CallOutcome::Unreadable, None, None),
        };
        let (status, kind) = (error.map(|(status, _)| status), error.and_then(|(_, kind)| kind));
        self.observe(
            50,
            Observed::Call { name: name.to_owned(), status, kind: kind.map(str::to_owned), outcome, shows },
        );
    }

    fn switch(&mut self, to: &str) {
        self.event("customer_profile", &json!({ "id": to, "name": "Mary Brown", "chat": { "id": to } }), None);
    }

    fn step(&mut self, step: &Step) {
        let as_assumed = self.host == Host::AsAssumed;
        let chosen = |assumed: Value, other: Value| if as_assumed { assumed } else { other };
        match step.id {
            "open-chat" => {
                self.switch("C1");
                self.event("authorize", &chosen(json!({ "session_id": "s1" }), json!({ "session": ["s1"] })), None);
                self.event("authorize_error", &chosen(Value::Null, json!({ "reason": "no server" })), None);
                *self.now += 11_000;
            }
            "messages" => {
                self.event(
                    "message",
                    &json!({ "chat": "C1", "message": "Hi", "message_source": "visitor" }),
                    Some(false),
                );
                let author = if as_assumed { "agent" } else { "operator" };
                self.event("message", &json!({ "chat": "C1", "message": "Hi", "message_source": author }), Some(false));
            }
            "file" => {
                let file =
                    chosen(json!({ "chat": "C1", "message": null }), json!({ "chat": "C1", "message": "a.png" }));
                self.event("message", &file, Some(false));
            }
            "other-chat" => {
                if !as_assumed {
                    self.event("message", &json!({ "chat": "C2", "message": "Hi" }), Some(true));
                }
            }
            "type" => {
                for _ in 0..if as_assumed { 5 } else { 1 } {
                    self.event("message_box_text", &json!({ "value": "hel" }), None);
                }
                self.switch("C2");
                if !as_assumed {
                    self.event("message_box_text", &json!({ "value": "" }), None);
                }
            }
            "private-mode" => {
                self.event(
                    "private_mode",
                    &chosen(json!({ "threads": { "T1": true } }), json!({ "threads": ["T1"] })),
                    None,
                );
            }
            "get-messages" => {
                self.command("get_messages");
                if as_assumed {
                    self.event("messages", &json!([{ "text": "Hi" }]), None);
                }
            }
            "toast" => {
                self.command("set_toast");
                self.observe(if as_assumed { 6_200 } else { 2_000 }, Observed::Marked);
            }
            "sign-in" => {
                let error = (!as_assumed).then(|| "LiveChat does not let a page exchange the code".to_owned());
                self.observe(900, Observed::SignIn { blocked: error.is_some(), error });
            }
            "api" => self.calls(as_assumed),
            "page-address" => {
                let two = json!({ "field": ["1", "2"], "check": "yes", "Mary": "x" });
                self.event(
                    "page_data",
                    &json!({ "queryParams": chosen(two, json!({ "field": "2", "check": 7 })) }),
                    None,
                );
            }
            "payment-failure" => {
                self.command("register_transaction_success");
                self.event(
                    "transaction_failed",
                    &json!({ "error": chosen(json!("declined"), json!(["declined"])) }),
                    None,
                );
            }
            "switch-chats" | "no-chat" | "plugin-id" | "quick-replies" | "navigate" | "payment" | "download" => {
                self.record.act(self.placement, *self.now);
            }
            other => panic!("the tester does not know the step {other}"),
        }
        for entry in entries().filter(|entry| entry.step == Some(step.id)) {
            if let Some(Rule::Asked { confirmed_by, .. }) = rule(entry.id) {
                *self.now += 500;
                self.record.answer(self.placement, *self.now, entry.id, confirmed_by == as_assumed);
            }
        }
        if !self.record.has_ended(step.id) {
            self.record.finish(self.placement, *self.now);
        }
    }

    fn calls(&mut self, as_assumed: bool) {
        let other = Err(Some((418, None)));
        let refused = |status, kind| if as_assumed { Err(Some((status, Some(kind)))) } else { other };
        self.call("unknown action", refused(404, "not_found"));
        self.call("unknown customer", refused(404, "not_found"));
        self.call("unknown chat", Err(Some((if as_assumed { 404 } else { 400 }, Some("not_found")))));
        self.call("missing scope", refused(403, "authorization"));
        self.call("unpublished version", refused(400, "unsupported_version"));
        self.call("account", if as_assumed { Ok(None) } else { Err(None) });
        self.call("archives", Ok(Some(as_assumed)));
    }
}

#[test]
fn every_entry_of_a_step_has_a_rule_and_every_step_has_entries() {
    let known: BTreeSet<&str> = steps().map(|step| step.id).collect();
    for entry in entries() {
        match entry.step {
            Some(step) => {
                assert!(known.contains(step), "there is no step {step}, which settles {}", entry.id);
                assert!(rule(entry.id).is_some(), "{} has no rule", entry.id);
            }
            None => assert!(rule(entry.id).is_none(), "{} has a rule, but names no step", entry.id),
        }
    }
    for step in &known {
        assert!(entries().any(|entry| entry.step == Some(step)), "the step {step} settles nothing");
    }
}

#[test]
fn a_host_that_behaves_as_assumed_confirms_everything() {
    let mut tester = Tester::new(Host::AsAssumed);
    tester.walk();
    for (entry, finding) in tester.findings() {
        assert_eq!(finding.verdict, Verdict::Confirmed, "{entry}: {}", finding.evidence);
    }
}

#[test]
fn a_host_that_behaves_otherwise_refutes_everything() {
    let [otherwise, silent] = [Host::Otherwise, Host::Silent].map(|host| {
        let mut tester = Tester::new(host);
        tester.walk();
        tester.findings()
    });
    for (entry, finding) in &otherwise {
        // A sign-in that fails does not tell what LiveChat disliked.
        let expected = if *entry == "token-json" { Verdict::NotSeen } else { Verdict::Refuted };
        let found = [finding.verdict, silent[entry].verdict];
        assert!(found.contains(&expected), "{entry}: {}; {}", finding.evidence, silent[entry].evidence);
        assert!(!found.contains(&Verdict::Confirmed) || CONFIRMED_BY_ONE.contains(entry), "{entry}: {found:?}");
    }
}

/// A host that sends an event in another form does send it, and one that sends nothing deviates in nothing else.
const CONFIRMED_BY_ONE: [&str; 4] = ["authorize-sent", "private-mode-sent", "other-chats", "get-messages"];

#[test]
fn a_step_that_was_skipped_or_not_done_shows_nothing() {
    let mut tester = Tester::new(Host::AsAssumed);
    assert!(tester.findings().values().all(|finding| finding.verdict == Verdict::NotSeen));
    for (placement, record) in tester.records.values_mut() {
        while record.current(*placement).is_some() {
            record.skip(*placement, 5);
        }
    }
    for (entry, finding) in tester.findings() {
        assert_eq!((finding.verdict, &*finding.evidence), (Verdict::NotSeen, "the step was skipped"), "{entry}");
    }
}

#[test]
fn a_chat_that_was_open_for_too_short_a_time_does_not_refute_the_authorization_flow() {
    let mut record = Record::default();
    record.begin(PlacementKind::Details, 0);
    record.finish(PlacementKind::Details, 3_000);
    let report = Report::new(&[(PlacementKind::Details, record)], "");
    let row = report.rows.iter().find(|row| row.entry.id == "authorize-sent").unwrap();
    assert_eq!(row.finding.verdict, Verdict::NotSeen);
    assert_eq!(row.finding.evidence, "neither event in 3 s, which is too short to tell");
}

#[test]
fn a_step_that_is_done_again_forgets_what_it_observed() {
    let mut tester = Tester::new(Host::Otherwise);
    tester.walk();
    let (_, record) = tester.records.get_mut("details").unwrap();
    record.repeat("messages");
    assert_eq!(record.of_step("messages").count(), 0);
    let step = record.current(PlacementKind::Details).unwrap();
    assert_eq!(step.id, "messages");
    Doing { placement: PlacementKind::Details, record, now: &mut tester.now, host: Host::AsAssumed }.step(step);
    assert_eq!(tester.findings()["agent-author"].verdict, Verdict::Confirmed);
}

#[test]
fn the_report_has_verdicts_evidence_and_shapes_but_no_personal_data() {
    let mut tester = Tester::new(Host::AsAssumed);
    tester.walk();
    let report = tester.report();
    let markdown = report.to_markdown();
    let row = "| `agent-author` | confirmed | `message` events of the agent's own messages have the `message_source` \
               `agent`. | `message` {\"chat\":\"text\",\"message\":\"text\",\"message_source\":\"visitor\"}, ";
    assert!(markdown.contains(row), "{markdown}");
    assert!(markdown.contains(&format!("{} confirmed, 0 refuted, 0 not seen", report.rows.len())), "{markdown}");
    assert!(markdown.contains(r#"- `private_mode`: `{"threads":{"…":["boolean"]}}`"#), "{markdown}");
    let recordings = BTreeMap::from([("details", json!({ "version": 1 }))]);
    let json = report.to_json(&recordings);
    assert_eq!(json["entries"].as_array().unwrap().len(), report.rows.len());
    assert_eq!(json["recordings"]["details"]["version"], 1);
    assert_eq!(json["entries"][0]["verdict"], "confirmed");
    for text in [markdown, json.to_string()] {
        for personal in ["Mary", "C1", "T1", "Hi\""] {
            assert!(!text.contains(personal), "the report contains {personal}: {text}");
        }
    }
}

#[test]
fn a_shape_has_names_types_and_the_words_of_the_protocol() {
    for (value, expected) in [
        (json!("Mary"), json!("text")),
        (json!(""), json!("empty text")),
        (json!("4711"), json!("digits")),
        (json!([1, 2, 1.5]), json!(["number", "fraction"])),
        (json!({ "source": "archives", "name": "archives" }), json!({ "source": "archives", "name": "text" })),
        (json!({ "source": "Mary Brown" }), json!({ "source": "text" })),
        (json!({ "customVariables": { "Mary": "1" } }), json!({ "customVariables": { "…": ["digits"] } })),
        (json!({ "a@b.example": true }), json!({ "…": ["boolean"] })),
        (
            json!({ "queryParams": { "field": ["1"], "other": "x" } }),
            json!({ "queryParams": { "field": ["digits"], "…": ["text"] } }),
        ),
    ] {
        assert_eq!(shape(&value), expected, "{value}");
    }
}

#[test]
fn a_flood_of_events_is_bounded() {
    let mut record = Record::default();
    for at in 0..1_000 {
        let what = Observed::Event { name: "message".to_owned(), shape: json!("text"), other_chat: None };
        record.observe(PlacementKind::Details, at, what);
    }
    assert_eq!(record.observations.len(), 100);
}
