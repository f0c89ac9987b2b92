//! Sections in the customer details.

use livechat_protocol::section::{Button, Component, Label, Section};

use super::*;

fn section(title: &str, value: &str) -> Section {
    let button = Button::new("Insert", "insert").unwrap();
    Section::new(title, [Label::new("Last", value).into(), Component::Line, button.into()]).unwrap()
}

/// A page whose extension declares these titles.
fn declaring(titles: &[&str]) -> Page {
    let mut page = Page::loaded(without_authorization());
    let sections = titles.iter().map(|title| section(title, "loading")).collect();
    let details =
        SimulatedExtension { placement: Details, src: "/details".into(), sections, authorize: true, signs_in: false };
    page.happen(Msg::ExtensionsChanged(Rc::new([details])));
    page.open("K3M7Q1");
    page
}

fn drawn(page: &Page) -> Vec<Section> {
    page.model.sections().to_vec()
}

#[test]
fn what_is_declared_is_drawn_until_it_is_published() {
    let mut page = declaring(&["Orders", "Loyalty"]);
    assert_eq!(page.model.frame(Details).unwrap().load.number, 0, "other sections cause no reload");
    assert_eq!(drawn(&page), [section("Orders", "loading"), section("Loyalty", "loading")]);
    page.command(Details, &section("Loyalty", "gold"));
    page.command(Details, &section("Loyalty", "silver"));
    assert_eq!(drawn(&page), [section("Orders", "loading"), section("Loyalty", "silver")]);
    page.happen(Msg::ReloadRequested);
    assert_eq!(drawn(&page), [section("Orders", "loading"), section("Loyalty", "loading")]);
}

#[test]
fn a_title_that_is_not_declared_is_left_aside_and_both_are_named() {
    let mut page = declaring(&["Orders", "Loyalty"]);
    page.command(Details, &section("orders", "A-20418"));
    assert_eq!(drawn(&page), [section("Orders", "loading"), section("Loyalty", "loading")]);
    let expected = r#"The section "orders" was ignored: the initial state declares only "Orders", "Loyalty"."#;
    assert_eq!(page.warnings("The section"), [expected]);
}

#[test]
fn without_any_declaration_everything_is_drawn_and_that_is_said_once() {
    let mut page = declaring(&[]);
    for value in ["A-1", "A-2"] {
        page.command(Details, &section("Orders", value));
    }
    assert_eq!(drawn(&page), [section("Orders", "A-2")]);
    let notes = page.lines().iter().filter(|line| line.starts_with("Declare the section")).count();
    assert_eq!(notes, 1);
}

#[test]
fn a_click_is_told_by_its_id_and_may_open_the_app() {
    let mut page = declaring(&[]);
    page.happen(Msg::TabChosen(Tab::Customer));
    page.happen(Msg::SectionClicked { id: Some("insert".to_owned()), open_app: false });
    assert_eq!(page.told(Details, "customer_details_section_button_click"), [json!({ "buttonId": "insert" })]);
    assert_eq!(page.model.choices.tab, Tab::Customer);
    page.happen(Msg::SectionClicked { id: None, open_app: true });
    assert_eq!(page.told(Details, "customer_details_section_button_click").len(), 1);
    assert_eq!(page.model.choices.tab, Tab::Extension);
}

#[test]
fn a_section_that_cannot_be_read_is_left_aside_with_the_field() {
    let mut page = declaring(&[]);
    let component = json!({ "type": "link", "data": { "url": "javascript:alert(1)" } });
    page.raw(Details, "customer_details_section", json!({ "title": "Orders", "components": [component] }));
    assert!(page.warnings("customer_details_section was ignored")[0].contains("components[0].data.url"));
    assert_eq!(drawn(&page), []);
}
