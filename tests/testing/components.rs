//! Every component renders natively: none may ask the browser for anything before it is in one.

use yew::{html_nested, prelude::*};
use yew_livechat::{prelude::*, testing::Snapshot};

/// The gallery, as the demo shows it: whatever component there is stands in it.
#[path = "../../src/gallery/content.rs"]
mod content;
#[path = "../../src/gallery/entry.rs"]
mod entry;
#[path = "../../src/gallery/feedback.rs"]
mod feedback;
#[path = "../../src/gallery/fields.rs"]
mod fields;

#[test]
fn every_component_renders_without_a_browser() {
    let html = Snapshot::details().render_html(|| {
        html! {
            <Surface theme={Theme::Dark}>
                <content::Content />
                <fields::Fields />
                <feedback::Feedback />
                <Button busy=true>{ "Save" }</Button>
                <Avatar id="1" name="Mary Brown" />
                <Tag>{ "late" }</Tag>
                <Badge count=3 />
                <CopyButton text="A-1" label="Copy" />
            </Surface>
        }
    });
    for part in ["Mary Brown", "Wrocław", "Email address", "Cancel", "lc-badge", "aria-label=\"Copy\""] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn a_moment_is_said_as_it_is_where_nobody_knows_what_time_it_is() {
    let html = Snapshot::details().render_html(|| html! { <RelativeTime time=1_795_570_539_000.0 /> });
    assert!(html.ends_with(">2026-11-25T01:35:39.000Z</time>"), "{html}");
    assert_eq!(Snapshot::details().render_html(|| html! { <RelativeTime time={f64::NAN} /> }), "");
}

#[test]
fn a_section_that_the_host_draws_is_none_on_the_page() {
    let html = Snapshot::details().render_html(|| {
        html_nested! {
            <DetailsSection title="Orders"><SectionLabel label="Total" value="3" /></DetailsSection>
        }
        .into()
    });
    assert_eq!(html, "");
}
