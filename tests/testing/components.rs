//! What components render natively.

use yew::{html_nested, prelude::*};
use yew_livechat::{prelude::*, testing::Snapshot};

#[test]
fn a_moment_is_absolute_without_a_clock() {
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
