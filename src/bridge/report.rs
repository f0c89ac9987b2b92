//! What a development build tells the simulator that it cannot see from outside.

use livechat_protocol::{Payload, Refusal};

use super::{IN_BROWSER, value::HostValue};

/// The member that marks such a report.
const REFUSED: &str = "yew-livechat:refused";

/// Tells a simulator which message was refused, and why. To a window of the page's own origin alone: the outermost,
/// since the simulator may have put a page of another origin in between, in order to have it refused.
pub(crate) fn refused(refusal: &Refusal) {
    let told = || -> Option<()> {
        let window = IN_BROWSER.then(web_sys::window)??;
        let top = window.top().ok()??;
        // Another origin's location cannot be read.
        let is_own = top.location().origin().ok()? == window.origin();
        (is_own && top != window).then_some(())?;
        let text = |text: String| HostValue::text(&text);
        let refusal = vec![("origin", text(refusal.origin.clone())), ("reason", text(refusal.reason.to_string()))];
        let report = HostValue::object(vec![(REFUSED, HostValue::object(refusal))]);
        top.post_message(report.as_js(), "/").ok()
    };
    // Nobody has to hear it.
    let _ = told();
}
