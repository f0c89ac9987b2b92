//! Extensions that are broken on purpose: each check finds the one that breaks its rule, and nothing in the intact one.
//!
//! They are one page of HTML that speaks the protocol, with one change each. They need Chromium: `cargo xtask test`
//! runs them in its part `end-to-end`.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::collections::BTreeSet;
use std::fs;
use std::sync::{Arc, Mutex, Weak};

use cargo_livechat::check::report::Report;
use cargo_livechat::check::table::{self, Check};
use cargo_livechat::check::{self, Chromium, Options};
use cargo_livechat::tools::axe;

const PAGE: &str = include_str!("extension.html");

/// A broken extension: the check that finds it, what the finding says, and the change.
struct Broken {
    check: &'static Check,
    says: &'static str,
    before: &'static str,
    after: &'static str,
}

macro_rules! broken {
    ($($name:ident: $check:ident, $says:literal, $before:literal => $after:literal;)*) => {
        const ALL: &[(&str, &Broken)] = &[$((stringify!($name), &Broken {
            check: &table::$check,
            says: $says,
            before: $before,
            after: $after,
        })),*];

        $(
            #[test]
            #[ignore = "needs Chromium and axe: `cargo xtask test --only end-to-end` runs it"]
            fn $name() {
                finds(ALL.iter().find(|(name, _)| *name == stringify!($name)).unwrap().1);
            }
        )*
    };
}

broken! {
    one_that_listens_too_late: CONNECT, "not answered within 3 s",
        "addEventListener(\"message\", hear);" => "setTimeout(() => addEventListener(\"message\", hear), 8_000);";
    one_that_uncovers_an_empty_panel: CONTENT, "sent before there is something to see",
        "<main>" => "<script>setTimeout(() => (document.querySelector('main').hidden = false), 800)</script><main hidden>";
    one_that_is_wider_than_the_panel: OVERFLOW, "p.hint",
        "<p class=\"hint\">" => "<style>.hint { width: 400px }</style><p class=\"hint\">";
    one_whose_box_is_too_small_for_its_text: CUT, "is cut at its bottom",
        "<p class=\"hint\">" => "<style>.hint { height: 24px; overflow: hidden }</style><p class=\"hint\">";
    one_whose_button_covers_its_text: OVERLAP, "“Insert greeting”",
        "<p class=\"hint\">" => "<style>.action { position: relative; top: -40px }</style><p class=\"hint\">";
    one_with_a_color_for_the_light_theme_only: CONTRAST, "needs 4.5",
        "<p class=\"hint\">" => "<style>.hint { color: #44444f }</style><p class=\"hint\">";
    one_with_a_field_without_a_label: AXE, "Form elements must have labels",
        "<label>Name <input id=\"name\" /></label>" => "<input id=\"name\" />";
    one_that_logs: CONSOLE, "log: the customer is C",
        "const load = (" => "console.log('the customer is C'); const load = (";
    one_with_an_inline_style: POLICY, "`style-src-attr`",
        "<p class=\"hint\">" => "<p class=\"hint\" style=\"margin: 0\">";
    one_that_answers_every_page: STRANGER, "a page of another origin receives",
        "origin === \"https://my.livechatinc.com\";" => "true;";
    one_that_posts_to_every_page: STRANGER, "plugin_inited",
        "parent.postMessage(message, host);" => "parent.postMessage(message, \"*\");";
    one_with_an_address_in_an_address: SECRETS, "the customer's email address",
        "?customer=${id}" => "?email=${encodeURIComponent(email)}";
    one_that_claims_success: FAILURE, "the host refuses `put_message`",
        "toast(\"Couldn't insert the greeting. Try again.\", \"error\")" => "toast(\"Inserted\", \"success\")";
    one_that_only_the_mouse_operates: KEYBOARD, "is not reached with Tab",
        "<button class=\"action\" id=\"insert\">Insert greeting</button>" => "<div class=\"action\" id=\"insert\">Insert greeting</div>";
    one_whose_button_is_deaf_to_keys: KEYBOARD, "but not with Enter or Space",
        "<button class=\"action\" id=\"insert\">Insert greeting</button>" => "<div role=\"button\" tabindex=\"0\" class=\"action\" id=\"insert\">Insert greeting</div>";
    one_without_a_visible_focus: FOCUS, "button#insert",
        "<p class=\"hint\">" => "<style>button { outline: none !important }</style><p class=\"hint\">";
    one_that_asks_with_confirm: DIALOGS, "`confirm` is called with “Sure?”",
        "const insert = () => {" => "const insert = () => { if (!window[\"con\" + \"firm\"](\"Sure?\")) return;";
    one_with_an_alert_that_no_test_reaches: DIALOGS, "a script calls `alert`",
        "if (!data[FRAME]) return;" => "if (!data[FRAME]) return alert(\"?\");";
    one_with_the_prelude_of_another_version: VERSIONS, "static/prelude.js has version 0.0.7",
        "version: \"0.0.0\"" => "version: \"0.0.7\"";
    one_that_has_grown: WEIGHT, "the limit is 3,000",
        "<p class=\"hint\">" => "<p hidden>0123456789 MORE</p><p class=\"hint\">";
}

/// One Chromium for all tests, which ends with the last of them.
fn chromium() -> Arc<Chromium> {
    static SHARED: Mutex<Weak<Chromium>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap();
    shared.upgrade().unwrap_or_else(|| {
        let started = Arc::new(Chromium::start().unwrap());
        *shared = Arc::downgrade(&started);
        started
    })
}

/// Texts that do not compress.
fn grown(page: String) -> String {
    let mut state = 7_u32;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from(state >> 27).unwrap() % 26)
    });
    page.replace("MORE", &noise.take(4_000).collect::<String>())
}

fn check(page: &str, only: &[&'static Check]) -> Report {
    let dist = tempfile::tempdir().unwrap();
    fs::write(dist.path().join("index.html"), grown(page.to_owned())).unwrap();
    fs::write(dist.path().join("orders.json"), "[]").unwrap();
    let options = Options {
        name: "greetings",
        dist: dist.path(),
        pages: vec!["details".parse().unwrap()],
        version: "0.0.0",
        policy: None,
        answers: None,
        limit: Some(3_000),
        axe: axe::find().map(|script| fs::read_to_string(script).unwrap()),
        only: only.to_vec(),
    };
    check::run(&chromium(), &options).unwrap()
}

fn finds(broken: &Broken) {
    assert_eq!(PAGE.matches(broken.before).count(), 1, "the extension has changed: {}", broken.before);
    let report = check(&PAGE.replace(broken.before, broken.after), &[broken.check]);
    let said: Vec<&str> = report.of(broken.check).map(|finding| &*finding.what).collect();
    assert!(said.iter().any(|what| what.contains(broken.says)), "{:?}", report.findings);
}

#[test]
#[ignore = "needs Chromium and axe: `cargo xtask test --only end-to-end` runs it"]
fn nothing_is_found_in_the_intact_one() {
    let report = check(PAGE, &[]);
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
    assert_eq!(report.pictures.len(), 10, "five views with each driver");
    assert!(report.notes.is_empty(), "axe is not installed: {:?}", report.notes);
}

#[test]
fn every_check_finds_a_broken_extension() {
    let broken: BTreeSet<_> = ALL.iter().map(|(_, broken)| broken.check.id).collect();
    let all: BTreeSet<_> = table::ALL.iter().map(|check| check.id).collect();
    assert_eq!(broken, all);
}
