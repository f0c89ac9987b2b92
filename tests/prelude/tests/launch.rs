//! The launch parameters of an iframe.

use livechat_protocol::Launch;
use prelude_tests::{Message, Page, Place};
use serde_json::json;

use crate::frames::{HOST, event};

/// The page that another page's iframe navigates to.
fn navigated(from: &Page, search: &str) -> Page {
    Page::new(&Place { search: search.to_owned(), name: from.name(), ..Place::default() })
}

fn launched(search: &str) -> Page {
    Page::new(&Place { search: search.to_owned(), ..Place::default() })
}

fn parameters(page: &Page) -> [Option<String>; 3] {
    ["plugin_id", "theme", "connection"].map(|name| page.parameter(name))
}

#[test]
fn fault_41_the_launch_parameters_survive_a_navigation_of_the_iframe() {
    let first = launched("?plugin_id=abc&theme=dark&connection=plain");
    let expected = parameters(&first);
    assert_eq!(expected.clone().map(Option::unwrap_or_default), ["abc", "dark", "plain"]);
    let back = navigated(&first, "?code=xyz&state=1");
    assert_eq!(parameters(&back), expected);
    assert_eq!(parameters(&navigated(&back, "")), expected, "and the one after that");
}

#[test]
fn fault_41_the_prelude_speaks_the_driver_that_the_iframe_was_launched_with() {
    let page = navigated(&launched("?plugin_id=abc&connection=plain"), "?code=xyz");
    page.deliver(&Message::from_parent(HOST, event("change_theme", json!({ "theme": "dark" }))));
    page.fail();
    assert_eq!(
        page.posted(),
        [(HOST.to_owned(), json!({ "plugin_id": "abc", "message": "plugin_inited", "data": null }))]
    );
}

#[test]
fn a_new_launch_replaces_the_one_before() {
    let page = navigated(&launched("?plugin_id=abc&connection=plain"), "?theme=dark");
    assert_eq!(parameters(&page), [None, Some("dark".to_owned()), None]);
}

#[test]
fn another_iframe_has_its_own_launch() {
    let _first = launched("?plugin_id=abc&connection=plain");
    assert_eq!(parameters(&launched("")), [None, None, None]);
}

#[test]
fn the_name_that_a_host_gave_the_iframe_stays() {
    let page = Page::new(&Place { name: "panel".to_owned(), ..Place::default() });
    assert_eq!(page.name(), "panel");
    assert_eq!(page.parameter("plugin_id").as_deref(), Some("abc"));
}

#[test]
fn only_the_launch_parameters_are_remembered() {
    assert!(!launched("?token=secret&plugin_id=abc&page=2&theme=dark").name().contains("secret"));
}

#[test]
fn prelude_and_application_take_the_same_addresses_for_launches() {
    for search in [
        "",
        "?plugin_id=",
        "?a=b&theme=x",
        "?connection=plain&plugin_id=%20",
        "?a=plugin_id=b",
        "?plugin_ids=a",
        "?x?theme=a",
        "?theme=a?theme=b",
        "?theme",
    ] {
        let (name, part) = (launched(search).name(), Launch::part_of(search));
        assert_eq!(
            (!name.is_empty()).then(|| Launch::from_query(&name)),
            part.as_deref().map(Launch::from_query),
            "{search}"
        );
        assert_eq!(Launch::part_of(&name), part, "{search}: the application reads what the page remembers");
    }
}
