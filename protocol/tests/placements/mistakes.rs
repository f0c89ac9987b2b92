//! Invalid arguments are errors when a value is built, with the field and the limit in the message.

use livechat_protocol::{
    AppProperties, InvalidArgument, NotificationBadge, Pathname, RedirectTarget, ReportsFilters, Toast, TrackedEvent,
    payment::{Charge, PaymentMetadata},
    rich_message::{self, Card, Cards, Image, QuickReplies},
    section::{Button, Component, Label, Link, Section, Title},
};

#[track_caller]
fn says<T>(result: Result<T, InvalidArgument>, message: &str) {
    assert_eq!(result.err().map(|error| error.to_string()).as_deref(), Some(message));
}

const UNSAFE: &str = "is not a safe URL: it has to begin with `https://`, `http://` or `mailto:`, and hold neither spaces nor control characters";

#[test]
fn sections() -> Result<(), InvalidArgument> {
    says(Section::new("", [Component::Line]), "`section.title` is empty: it needs text");
    says(Section::new(" \n", [Component::Line]), "`section.title` is empty: it needs text");
    says(Section::new("Orders", []), "`section.components` has 0 items: it takes at least 1");
    says(Button::new("", "id"), "`button.label` is empty: it needs text");
    says(Button::new("Open", ""), "`button.id` is empty: it needs text");
    says(Title::new(""), "`title.title` is empty: it needs text");
    says(Title::new("T")?.with_id(""), "`title.id` is empty: it needs text");
    Ok(())
}

#[test]
fn a_mistake_that_the_host_accepts_is_a_warning_that_names_the_field() -> Result<(), InvalidArgument> {
    let title = |id: Option<&str>, clickable: Option<bool>| -> Result<Component, InvalidArgument> {
        let mut title = Title::new("Order")?;
        if let Some(id) = id {
            title = title.with_id(id)?;
        }
        if let Some(clickable) = clickable {
            title = title.with_clickable(clickable);
        }
        Ok(title.into())
    };
    let warnings = |components: Vec<Component>| -> Result<Vec<String>, InvalidArgument> {
        Ok(Section::new("Orders", components)?.warnings().iter().map(ToString::to_string).collect())
    };
    let twice = vec![Component::Line, Button::new("A", "same")?.into(), title(Some("same"), Some(true))?];
    assert_eq!(
        warnings(twice)?,
        ["`components[2].data.id` is `same`, the same as that of `components[1]`: \
          give each its own id, so that clicks can be told apart"]
    );
    assert_eq!(
        warnings(vec![title(None, Some(true))?])?,
        ["`components[0].data.clickable` is true without an `id`: set the `id` that reports the click"]
    );
    for clickable in [None, Some(false)] {
        assert_eq!(
            warnings(vec![title(Some("a"), clickable)?])?,
            ["`components[0].data.id` is `a`, though the title is not clickable: \
              set `clickable`, or leave out the `id`"]
        );
    }
    let right = vec![title(None, None)?, title(None, Some(false))?, title(Some("a"), Some(true))?];
    assert_eq!(warnings(right)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn fault_25_unsafe_urls_in_anything_that_the_host_draws() -> Result<(), InvalidArgument> {
    for url in ["javascript:alert(1)", "data:text/html,x", "java\nscript:alert(1)", "//shop.example", "", "x"] {
        says(Link::new(url), &format!("`link.url` {UNSAFE}"));
        says(Label::default().with_icon(url), &format!("`label_value.iconUrl` {UNSAFE}"));
        says(Label::default().with_url(url), &format!("`label_value.url` {UNSAFE}"));
        says(Title::new("T")?.with_link(url), &format!("`title.link` {UNSAFE}"));
        says(Title::new("T")?.with_image(url), &format!("`title.imgUrl` {UNSAFE}"));
        says(Section::new("S", [Component::Line])?.with_image(url), &format!("`section.imgUrl` {UNSAFE}"));
        says(Image::new(url), &format!("`rich_message.image.url` {UNSAFE}"));
        says(Image::new(url), &format!("`rich_message.image.url` {UNSAFE}"));
        says(rich_message::Button::link("Open", url), &format!("`rich_message.button.value` {UNSAFE}"));
        let webview = rich_message::Button::webview("Open", url, rich_message::WebviewHeight::Full);
        says(webview, &format!("`rich_message.button.value` {UNSAFE}"));
        says(PaymentMetadata::new(url), &format!("`metadata.icon` {UNSAFE}"));
        says(RedirectTarget::new(url), &format!("`target` {UNSAFE}"));
    }
    says(RedirectTarget::new("MailTo:a@example.com"), &format!("`target` {UNSAFE}"));
    Ok(())
}

#[test]
fn rich_messages() -> Result<(), InvalidArgument> {
    let cards = |count: usize| Cards::new((0..count).map(|_| Card::new()));
    says(cards(0), "`rich_message.elements` has 0 items: it takes at least 1");
    assert_eq!(cards(10)?.as_slice().len(), 10);
    says(cards(11), "`rich_message.elements` has 11 items: it takes at most 10");

    let button = rich_message::Button::new("Yes", "yes")?;
    let buttons = |count: usize| (0..count).map(|_| button.clone());
    says(Card::new().with_buttons(buttons(0)), "`rich_message.buttons` has 0 items: it takes at least 1");
    assert_eq!(Card::new().with_buttons(buttons(13))?.buttons().len(), 13);
    says(Card::new().with_buttons(buttons(14)), "`rich_message.buttons` has 14 items: it takes at most 13");
    says(QuickReplies::new("Well?", buttons(14)), "`rich_message.buttons` has 14 items: it takes at most 13");
    says(QuickReplies::new("", buttons(1)), "`quick_replies.title` is empty: it needs text");
    says(rich_message::Button::new("", "v"), "`rich_message.button.text` is empty: it needs text");
    says(rich_message::Button::new("Yes", ""), "`rich_message.button.value` is empty: it needs text");
    Ok(())
}

#[test]
fn numbers_paths_and_names() -> Result<(), InvalidArgument> {
    says(NotificationBadge::new(-1), "`badge` is -1: it has to be from 0 to 4294967295");
    says(NotificationBadge::new(4_294_967_296), "`badge` is 4294967296: it has to be from 0 to 4294967295");
    for path in ["", "reports", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b", "/a\n"] {
        let message =
            format!("`pathname` is `{path}`: it has to be a path that begins with one `/`, such as `/reports`");
        says(Pathname::new(path), &message);
    }
    says(Toast::success("  "), "`toast.content` is empty: it needs text");
    says(TrackedEvent::new(""), "`track.event_name` is empty: it needs text");
    says(AppProperties::new().with("", 1), "`property.name` is empty: it needs text");
    says(AppProperties::new().with("n", f64::NAN), "`property.value` is NaN: it has to be a finite number");
    says(ReportsFilters::new().with_text("", "x"), "`filter.name` is empty: it needs text");
    says(ReportsFilters::new().with_number("n", f64::INFINITY), "`filter.value` is inf: it has to be a finite number");
    says(
        ReportsFilters::new().with_numbers("n", [1.0, f64::NAN]),
        "`filter.value` is NaN: it has to be a finite number",
    );
    says(
        ReportsFilters::new().with_date("n", 9e15),
        "`filter.value` is 9000000000000000: it has to be within 8.64e15 milliseconds of 1970",
    );
    Ok(())
}

#[test]
fn charges() {
    says(Charge::direct("", 1.0, 1), "`charge.name` is empty: it needs text");
    says(Charge::direct("Labels", -0.01, 1), "`charge.price` is -0.01: it has to be 0 or more");
    says(Charge::direct("Labels", f64::NAN, 1), "`charge.price` is NaN: it has to be 0 or more");
    says(Charge::direct("Labels", 1.0, 0), "`charge.quantity` is 0: it has to be 1 or more");
    says(Charge::recurrent("Team", 1.0, 0, 0), "`charge.months` is 0: it has to be 1 or more");
}

#[test]
fn an_invalid_charge_of_the_billing_api_names_the_field() {
    for (text, message) in [
        (r#"{ "price": 1, "quantity": 1 }"#, "name is nothing, expected text"),
        (r#"{ "name": "A", "quantity": 1 }"#, "price is nothing, expected a number"),
        (r#"{ "name": "A", "price": 1 }"#, "quantity is nothing, expected a whole number from 0 to 4294967295"),
        (
            r#"{ "name": "A", "price": 1, "months": "1" }"#,
            "months is text, expected a whole number from 0 to 4294967295",
        ),
        (r"[]", "the data is a list, expected an object"),
    ] {
        let error = serde_json::from_str::<Charge>(text).expect_err(text).to_string();
        assert!(error.starts_with(message), "{text}: {error}");
    }
}
