//! Which origins are accepted: a table that the JavaScript prelude is tested against as well.

mod harness;

use std::collections::BTreeSet;

use harness::cases::cases;
use livechat_protocol::{Origin, OriginError, OriginPolicy, OriginRefusal};
use proptest::prelude::*;
use serde::Deserialize;

/// A row of `fixtures/origins.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    origin: String,
    admitted: bool,
    why: String,
}

fn table() -> Vec<Row> {
    serde_json::from_str(include_str!("fixtures/origins.json")).unwrap_or_else(|error| panic!("origins.json: {error}"))
}

fn origin(text: &str) -> Origin {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn the_default_policy_judges_the_table() {
    let policy = OriginPolicy::default();
    let wrong: Vec<_> = table()
        .into_iter()
        .filter(|row| policy.admit(&row.origin).is_ok() != row.admitted)
        .map(|row| format!("{:?} ({}): {:?}", row.origin, row.why, policy.admit(&row.origin)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_table_has_no_row_twice_and_enough_of_both() {
    let rows = table();
    assert_eq!(rows.iter().map(|row| row.origin.as_str()).collect::<BTreeSet<_>>().len(), rows.len());
    assert!(rows.iter().filter(|row| row.admitted).count() >= 20);
    assert!(rows.iter().filter(|row| !row.admitted).count() >= 100);
    assert!(rows.iter().all(|row| !row.why.is_empty()));
}

#[test]
fn a_refusal_says_why() {
    let table = [
        ("http://my.livechat.com", OriginRefusal::NotHttps),
        ("https://my.livechat.com:8443", OriginRefusal::Port),
        ("https://127.0.0.1", OriginRefusal::Address),
        ("https://[::1]", OriginRefusal::Address),
        ("https://livechat.com.evil.example", OriginRefusal::Domain),
        ("null", OriginError::Opaque.into()),
        ("file://", OriginError::Scheme.into()),
        ("wss://my.livechat.com", OriginError::Scheme.into()),
        ("livechat.com", OriginError::Form.into()),
        ("https://livechat.com@evil.example", OriginError::Form.into()),
        ("https://livechat.com.", OriginError::Form.into()),
    ];
    for (text, refusal) in table {
        assert_eq!(OriginPolicy::default().admit(text), Err(refusal), "{text}");
    }
}

#[test]
fn fault_02_lookalikes_differ_in_their_labels() {
    for (domain, text) in [
        ("livechat.com", "https://livechat.com.evil.example"),
        ("livechat.com", "https://evillivechat.com"),
        ("livechat.com", "https://my-livechat.com"),
        ("text.com", "https://context.com"),
        ("livechatinc.com", "https://livechatinc.com.co"),
    ] {
        assert!(text.contains(domain), "as text they would do");
        assert!(!origin(text).is_within(domain), "{text}");
        assert_eq!(OriginPolicy::default().admit(text), Err(OriginRefusal::Domain), "{text}");
    }
    assert!(origin("https://my.livechat.com").is_within("livechat.com"));
}

#[test]
fn fault_03_http_is_refused_wherever_https_is_admitted() {
    for row in table().into_iter().filter(|row| row.admitted) {
        let http = row.origin.replacen("https", "http", 1);
        assert_eq!(OriginPolicy::default().admit(&http), Err(OriginRefusal::NotHttps), "{http}");
    }
}

#[test]
fn fault_05_only_a_development_build_accepts_its_own_origins() {
    for text in [
        "http://localhost:3333",
        "http://127.0.0.1:3333",
        "http://[::1]:3333",
        "https://localhost",
        "http://app.localhost:8080",
        "https://my.lc:3000",
        "https://legacy.lc:3001",
    ] {
        assert!(OriginPolicy::default().admit(text).is_err(), "{text}");
        let named = OriginPolicy::default().narrowed_to(vec![origin(text)]);
        assert!(named.admit(text).is_err(), "naming it does not help: {text}");
    }
}

#[test]
fn an_admitted_origin_is_the_one_that_was_judged() {
    let admitted = OriginPolicy::default().admit("https://my.livechat.com").expect("admitted");
    assert_eq!(admitted, origin("https://my.livechat.com"));
    assert_eq!(admitted.to_string(), "https://my.livechat.com");
}

#[test]
fn an_origin_has_one_spelling() {
    assert_eq!(origin("http://localhost:8080").as_str(), "http://localhost:8080");
    for text in [
        "http://localhost:08080",
        "http://localhost:+8080",
        "http://localhost:080",
        "http://localhost:80",
        "https://localhost:443",
        "http://localhost:",
        "http://localhost:8080:8080",
        "http://127.0.0.01",
        "http://127.0.0.+1",
        "http://[::1]:08080",
        "http://[::1]8080",
        "http://LOCALHOST",
    ] {
        assert_eq!(Origin::parse(text), Err(OriginError::Form), "{text}");
    }
}

#[test]
fn narrowing_leaves_the_exact_origins() {
    let policy = OriginPolicy::default().narrowed_to(vec![origin("https://my.livechat.com")]);
    assert!(policy.admit("https://my.livechat.com").is_ok());
    for other in ["https://my.livechatinc.com", "https://livechat.com", "https://a.my.livechat.com"] {
        assert_eq!(policy.admit(other), Err(OriginRefusal::NotListed), "{other}");
    }
    assert_eq!(policy.admit("http://my.livechat.com"), Err(OriginRefusal::NotHttps));
    assert_eq!(policy.admit("https://attacker.example"), Err(OriginRefusal::Domain));
}

#[test]
fn narrowing_never_widens() {
    let refused =
        ["https://attacker.example", "http://my.livechat.com", "https://my.livechat.com:8443", "https://127.0.0.1"];
    let policy = OriginPolicy::default().narrowed_to(refused.map(origin).to_vec());
    for text in refused {
        assert!(policy.admit(text).is_err(), "{text}");
    }
    assert!(policy.admit("https://my.livechat.com").is_err());
}

#[test]
fn narrowing_to_nothing_admits_nothing() {
    let policy = OriginPolicy::default().narrowed_to(Vec::new());
    let admitted: Vec<_> = table().into_iter().filter(|row| policy.admit(&row.origin).is_ok()).collect();
    assert!(admitted.is_empty());
}

#[test]
fn development_also_admits_its_own_origin_and_this_machine() {
    let policy = OriginPolicy::default().with_development_at(origin("https://dev.example:3333"));
    for text in [
        "https://dev.example:3333",
        "http://localhost:3333",
        "http://localhost",
        "https://app.localhost:8080",
        "http://127.0.0.1:3333",
        "https://127.255.0.1",
        "http://[::1]:3333",
        "https://my.livechat.com",
    ] {
        assert!(policy.admit(text).is_ok(), "{text}");
    }
    for text in [
        "https://dev.example",
        "http://dev.example:3333",
        "https://dev.example:3334",
        "https://a.dev.example:3333",
        "http://128.0.0.1:3333",
        "http://127.evil.example",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://notlocalhost:3333",
        "http://10.0.0.1:3333",
        "http://[::2]:3333",
        "http://my.livechat.com",
        "null",
    ] {
        assert!(policy.admit(text).is_err(), "{text}");
    }
}

#[test]
fn development_admits_all_that_the_default_does() {
    let policy = OriginPolicy::default().with_development_at(origin("http://127.0.0.1:3333"));
    for row in table().into_iter().filter(|row| row.admitted) {
        assert!(policy.admit(&row.origin).is_ok(), "{}", row.origin);
    }
}

#[test]
fn development_and_narrowing_go_together_in_either_order() {
    let (own, host) = (origin("http://127.0.0.1:3333"), origin("https://my.livechat.com"));
    let one = OriginPolicy::default().narrowed_to(vec![host.clone()]).with_development_at(own.clone());
    let other = OriginPolicy::default().with_development_at(own).narrowed_to(vec![host]);
    assert_eq!(one, other);
    assert!(one.admit("http://127.0.0.1:3333").is_ok() && one.admit("https://my.livechat.com").is_ok());
    assert_eq!(one.admit("https://my.livechatinc.com"), Err(OriginRefusal::NotListed));
}

/// Text that is nearly an origin, more often than by chance.
fn nearly_an_origin() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("https"),
        Just("http"),
        Just("://"),
        Just(":"),
        Just("/"),
        Just("."),
        Just("@"),
        Just("["),
        Just("]"),
        Just("::1"),
        Just("443"),
        Just("80"),
        Just("65536"),
        Just("0"),
        Just("127.0.0.1"),
        Just("livechat.com"),
        Just("my"),
        Just("LiveChat"),
        Just("-"),
        Just("é"),
        Just("\u{3002}"),
        Just(" "),
        Just("%2e"),
        Just("null"),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

/// Text that is an origin.
fn well_formed() -> impl Strategy<Value = String> {
    "https?://([a-z0-9_-]{1,20}\\.){0,4}[a-z]{1,10}(:[1-9][0-9]{3})?"
}

proptest! {
    #![proptest_config(cases(4_000, "proptest-regressions/origins.txt"))]

    #[test]
    fn parsing_never_panics_and_what_is_parsed_displays_as_itself(
        text in prop_oneof![any::<String>(), nearly_an_origin(), well_formed(), "https?://\\PC{0,30}"],
    ) {
        if let Ok(parsed) = Origin::parse(&text) {
            prop_assert_eq!(Origin::parse(&parsed.to_string()), Ok(parsed));
        }
    }

    #[test]
    fn a_well_formed_origin_parses(text in well_formed()) {
        let parsed = Origin::parse(&text);
        prop_assert!(parsed.is_ok(), "{:?}: {:?}", text, parsed);
    }

    #[test]
    fn fault_02_what_is_admitted_ends_in_a_whole_host_domain(text in prop_oneof![nearly_an_origin(), well_formed()]) {
        if let Ok(origin) = OriginPolicy::default().admit(&text) {
            let text = origin.to_string();
            let host = text.strip_prefix("https://").expect("it is https");
            let within = livechat_protocol::HOST_DOMAINS
                .iter()
                .any(|domain| host == *domain || host.ends_with(&format!(".{domain}")));
            prop_assert!(within, "{}", text);
        }
    }
}
