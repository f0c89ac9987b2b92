//! Every component renders natively: none may use the browser before it is mounted.

use yew::prelude::*;
use yew_livechat::{prelude::*, testing::Snapshot};

use super::{content::Content, feedback::Feedback, fields::Fields};

#[test]
fn every_component_renders_without_a_browser() {
    let html = Snapshot::details().render_html(|| {
        html! {
            <Surface theme={Theme::Dark}>
                <Content />
                <Fields />
                <Feedback />
                <Button busy=true>{ "Save" }</Button>
                <Avatar id="1" name="Mary Brown" />
                <Tag>{ "late" }</Tag>
                <Badge count=3 />
                <CopyButton text="A-1" label="Copy" />
                <InAppLink href="/orders/A-1">{ "Order A-1" }</InAppLink>
            </Surface>
        }
    });
    let parts = [
        "Mary Brown",
        "Wrocław",
        "Email address",
        "Cancel",
        "lc-badge",
        "aria-label=\"Copy\"",
        "3 of 7",
        "Ships today",
    ];
    for part in parts {
        assert!(html.contains(part), "{part}: {html}");
    }
}
