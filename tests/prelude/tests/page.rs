//! Which hosts the prelude accepts, depending on its page's address and content.

use livechat_protocol::LIKELY_HOSTS;
use prelude_tests::{Message, Page, Place};
use serde::Deserialize;

use crate::frames::{HOST, OTHER_HOST, handshake};

/// Whether a page there answers a handshake from that origin, and posts to that origin only.
fn answers(place: &Place, origin: &str) -> bool {
    let page = Page::new(place);
    page.deliver(&Message::from_parent(origin, handshake("a", 0)));
    let posted = page.posted();
    assert!(posted.iter().all(|(target, _)| target == origin), "{posted:?}");
    !posted.is_empty()
}

fn at(origin: &str) -> Place {
    Place { origin: origin.to_owned(), ..Place::default() }
}

#[derive(Deserialize)]
struct Row {
    origin: String,
    admitted: bool,
    why: String,
}

#[test]
fn fault_02_the_prelude_judges_origins_by_the_same_table_as_the_machine() {
    let table = include_str!("../../../protocol/tests/fixtures/origins.json");
    let rows: Vec<Row> = serde_json::from_str(table).unwrap_or_else(|error| panic!("the table: {error}"));
    assert!(rows.len() > 60);
    for Row { origin, admitted, why } in rows {
        assert_eq!(answers(&Place::default(), &origin), admitted, "{origin}: {why}");
    }
}

#[test]
fn fault_05_a_host_at_the_page_s_own_origin_is_not_answered() {
    for origin in ["https://extension.example", "http://192.168.0.7:3333"] {
        assert!(!answers(&at(origin), origin), "{origin}");
    }
}

#[test]
fn fault_05_hosts_on_this_machine_are_answered_by_pages_on_this_machine_alone() {
    let local = ["http://localhost:3333", "http://127.0.0.1:3333", "https://[::1]:3333", "http://app.localhost"];
    for host in local {
        for page in local {
            assert!(answers(&at(page), host), "{host} around {page}");
        }
        assert!(!answers(&Place::default(), host), "{host}");
    }
    for host in ["http://localhost.evil.example", "http://127.evil.example", "https://evillocalhost"] {
        assert!(!answers(&at(local[0]), host), "{host}");
    }
}

#[test]
fn origins_that_the_page_names_narrow_those_of_the_agent_app_and_widen_nothing() {
    let place = Place { origins: Some(format!("{HOST}\n https://attacker.example")), ..Place::default() };
    assert!(answers(&place, HOST));
    assert!(!answers(&place, OTHER_HOST));
    assert!(!answers(&place, "https://attacker.example"));
}

#[test]
fn fault_40_the_start_script_notifies_the_same_likely_hosts_as_the_machine() {
    let start = include_str!("../../../static/start.js");
    assert!(start.contains(&format!("{LIKELY_HOSTS:?}")));
}

#[test]
fn the_prelude_says_the_version_of_the_crate() {
    assert_eq!(Page::new(&Place::default()).take_over().version, env!("CARGO_PKG_VERSION"));
}
