//! Sections declared as Yew children: what they define, and the initial state that follows from them.
#![allow(clippy::expect_used, reason = "in a test, what fails to be there is the failure")]

use serde_json::{Value, json};
use yew::{html_nested, prelude::*, virtual_dom::VChild};
use yew_livechat::{
    details_section::DefinesSection,
    prelude::*,
    protocol::Encode,
    section::{Button, Component, ImageSize, Section},
};

fn url() -> SafeUrl {
    SafeUrl::parse("https://shop.example/a.png").expect("safe")
}

fn as_json(section: impl DefinesSection) -> Value {
    section.section().expect("a section").encode()
}

#[test]
fn children_define_what_is_sent_in_their_order() {
    let section = html_nested! {
        <DetailsSection title="Orders" image={url()} open_app=true>
            <SectionTitle title="A-1" value="9.00" description="Chair" image={url()} image_size={ImageSize::Small}
                link={url()} id="one" open_app=false />
            <SectionLabel label="Total" value="3" icon={url()} url={url()} />
            <SectionLine />
            <SectionLink url={url()} value="Shop" inline=true />
            <SectionCustomer />
            <SectionTags tags={vec!["late".into(), "vip".into()]} label="State" />
            <SectionButton id="open" label="Open" open_app=true primary=true secondary=false />
        </DetailsSection>
    };
    let url = url().to_string();
    assert_eq!(
        as_json(section),
        json!({ "title": "Orders", "imgUrl": url, "openApp": true, "components": [
            { "type": "title", "data": { "title": "A-1", "value": "9.00", "description": "Chair", "imgUrl": url,
                "imgSize": "small", "link": url, "id": "one", "clickable": true, "openApp": false } },
            { "type": "label_value", "data": { "label": "Total", "value": "3", "iconUrl": url, "url": url } },
            { "type": "line" },
            { "type": "link", "data": { "url": url, "value": "Shop", "inline": true } },
            { "type": "customer" },
            { "type": "tags", "data": { "tags": ["late", "vip"], "label": "State" } },
            { "type": "button", "data": {
                "label": "Open", "id": "open", "openApp": true, "primary": true, "secondary": false } },
        ] })
    );
}

#[test]
fn what_is_not_given_is_not_sent() {
    let section = html_nested! {
        <DetailsSection title="Orders">
            <SectionTitle title="A-1" />
            <SectionLabel />
            <SectionLink url={url()} />
            <SectionTags tags={vec![]} />
            <SectionButton id="open" label="Open" />
        </DetailsSection>
    };
    assert_eq!(
        as_json(section),
        json!({ "title": "Orders", "components": [
            { "type": "title", "data": { "title": "A-1" } },
            { "type": "label_value", "data": {} },
            { "type": "link", "data": { "url": "https://shop.example/a.png" } },
            { "type": "tags", "data": { "tags": [] } },
            { "type": "button", "data": { "label": "Open", "id": "open" } },
        ] })
    );
}

fn orders(last: Option<&'static str>, all: &[&'static str]) -> VChild<DetailsSection> {
    html_nested! {
        <DetailsSection title="Orders">
            { last.map(|last| html_nested! { <SectionLabel label="Last" value={last} /> }) }
            { for all.iter().map(|order| html_nested! { <SectionLabel label="Order" value={*order} /> }) }
            <SectionLine />
        </DetailsSection>
    }
}

#[test]
fn parts_come_and_go() {
    let components = |last, all: &[&'static str]| {
        orders(last, all).section().expect("a section").components().iter().map(Component::kind).collect::<Vec<_>>()
    };
    assert_eq!(components(None, &[]), ["line"]);
    assert_eq!(components(Some("A-1"), &["A-1", "A-2"]), ["label_value", "label_value", "label_value", "line"]);
}

#[test]
fn mistakes_name_the_field() {
    let error = |section: VChild<DetailsSection>| section.section().expect_err("a mistake").to_string();
    let empty = html_nested! { <DetailsSection title=""><SectionLine /></DetailsSection> };
    assert_eq!(error(empty), "`section.title` is empty: it needs text");
    let bare = html_nested! { <DetailsSection title="Orders">{ Vec::<SectionChild>::new() }</DetailsSection> };
    assert_eq!(error(bare), "`section.components` has 0 items: it takes at least 1");
    let unlabeled = html_nested! { <DetailsSection title="Orders"><SectionButton label="" id="a" /></DetailsSection> };
    assert_eq!(error(unlabeled), "`button.label` is empty: it needs text");
}

#[test]
fn what_the_host_accepts_is_sent_as_it_is() {
    let section = html_nested! {
        <DetailsSection title="Orders">
            <SectionTitle title="one" id="order" />
            <SectionTitle title="two" id="order" clickable=true />
            <SectionTitle title="three" clickable=true />
            <SectionTitle title="four" id="plain" clickable=false />
            <SectionButton label="five" id="order" />
        </DetailsSection>
    };
    assert_eq!(
        as_json(section),
        json!({ "title": "Orders", "components": [
            { "type": "title", "data": { "title": "one", "id": "order", "clickable": true } },
            { "type": "title", "data": { "title": "two", "id": "order", "clickable": true } },
            { "type": "title", "data": { "title": "three", "clickable": true } },
            { "type": "title", "data": { "title": "four", "id": "plain", "clickable": false } },
            { "type": "button", "data": { "label": "five", "id": "order" } },
        ] })
    );
}

#[component]
fn App() -> Html {
    Html::default()
}

#[test]
fn the_initial_state_is_that_of_the_same_sections() {
    let details = Extension::details().sections([orders(None, &["Loading…"])]).expect("sections");
    let extensions = Extensions::new().at::<App>("", details).at::<App>("settings", Extension::settings());
    assert_eq!(
        extensions.initial_state(),
        json!({ "customerDetailsSections": [{ "title": "Orders", "components": [
            { "type": "label_value", "data": { "label": "Order", "value": "Loading…" } },
            { "type": "line" },
        ] }] })
    );
    assert_eq!(Extensions::new().initial_state(), json!({ "customerDetailsSections": [] }));
}

#[test]
fn sections_as_data_declare_as_well_and_mistakes_are_told() {
    let section = Section::new("Orders", [Button::new("Open", "open").expect("a button").into()]).expect("a section");
    assert!(Extension::details().sections([section]).is_ok());
    let wrong = html_nested! { <DetailsSection title=" "><SectionLine /></DetailsSection> };
    assert!(Extension::details().sections([wrong]).is_err());
}
