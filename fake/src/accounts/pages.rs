//! The pages of the accounts server.

use serde_json::Value;

use super::exception;
use super::request::Request;
use crate::license::Agent;

const STYLE: &str = include_str!("pages.css");
const NOTE: &str = "This is a fake LiveChat for development. There is no password, and nothing is real.";

/// Asks whether the app may sign in, and as which agent.
pub(super) fn consent(request: &Request, agents: &[Agent], suggested: &str) -> String {
    let agents: String = agents
        .iter()
        .map(|agent| {
            let checked = if agent.id == suggested { " checked" } else { "" };
            let role = if agent.is_administrator() { "Administrator" } else { "Agent" };
            let (id, name) = (escaped(agent.id), escaped(agent.name));
            format!(
                "<label><input type=\"radio\" name=\"agent\" value=\"{id}\"{checked} required>\
                 <span>{name}<small> · {role}</small><small><span>{id}</span></small></span></label>"
            )
        })
        .collect();
    let scopes: String = request
        .scopes
        .iter()
        .map(|scope| {
            let only = if scope.needs_administrator() { " · administrators only" } else { "" };
            format!(
                "<li>{}<small><code>{}</code>{only}</small></li>",
                escaped(&scope.in_words()),
                escaped(&scope.to_string())
            )
        })
        .collect();
    page(
        "Sign in – fake LiveChat",
        &format!(
            "<h1>Sign in to the app</h1>\
             <p class=\"muted\"><code>{}</code> at {}</p>\
             <form method=\"post\">\
             <fieldset><legend>Who signs in?</legend>{agents}</fieldset>\
             <h2 id=\"scopes\">The app wants to</h2><ul aria-labelledby=\"scopes\">{scopes}</ul>\
             <div class=\"buttons\">\
             <button class=\"accept\" name=\"decision\" value=\"accept\">Accept</button>\
             <button name=\"decision\" value=\"refuse\">Refuse</button>\
             </div></form>",
            escaped(&request.client_id),
            escaped(request.to.redirect_uri.origin()),
        ),
        "",
    )
}

/// Posts a message to the window that opened this one, or to its parent, and closes.
pub(super) fn answer(message: &Value, origin: &str, text: &str) -> String {
    let script = format!(
        "<script>\
         const receiver = window.opener ?? (window.parent === window ? null : window.parent);\
         if (receiver) {{ receiver.postMessage({}, {}); window.close(); }}\
         else {{ document.getElementById('missing').hidden = false; }}\
         </script>",
        in_script(message),
        in_script(&origin.into()),
    );
    page(
        "Signing in – fake LiveChat",
        &format!(
            "<h1>{}</h1><p>You can close this window.</p>\
             <p id=\"missing\" hidden>No window is waiting for the answer: open this page with <code>window.open</code>, \
             or leave out <code>flow=button</code>.</p>",
            escaped(text)
        ),
        &script,
    )
}

/// The page for `popup: never`.
pub(super) fn silence() -> String {
    page(
        "No answer – fake LiveChat",
        "<h1>No answer</h1><p>The switch <code>popup</code> is <code>never</code>: the app receives no message, and this window \
         stays open.</p>",
        "",
    )
}

/// The page for a refusal.
pub(super) fn ooops(code: &str, details: &str) -> String {
    let more = match exception::details_in_words(details) {
        Some(words) => format!("{}<p class=\"muted\"><code>{}</code></p>", in_words(words), escaped(details)),
        None => String::new(),
    };
    page(
        "Ooops – fake LiveChat",
        &format!(
            "<h1>Ooops! You can't sign in</h1>{}<p class=\"muted\"><code>{}</code></p>{more}",
            in_words(exception::in_words(code)),
            escaped(code),
        ),
        "",
    )
}

fn page(title: &str, content: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"icon\" href=\"data:,\"><title>{}</title><style>{STYLE}</style></head>\
         <body><main><p class=\"note\">{NOTE}</p><div class=\"content\">{content}</div></main>{script}</body></html>",
        escaped(title)
    )
}

/// A paragraph of our own, with code between backticks.
fn in_words(text: &str) -> String {
    let mut parts = text.split('`');
    let mut html = parts.next().map(escaped).unwrap_or_default();
    while let Some(code) = parts.next() {
        let after = parts.next().map(escaped).unwrap_or_default();
        html.push_str(&format!("<code>{}</code>{after}", escaped(code)));
    }
    format!("<p class=\"words\">{html}</p>")
}

/// Escapes text for HTML, including attributes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// Formats a value as JavaScript within a page; it can't end the script.
fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_that_was_sent_becomes_markup() {
        let page = ooops("<script>alert(1)</script>", "\"><img src=x>");
        assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
        let page = answer(&json!({ "data": { "state": "</script><img src=x>" } }), "http://localhost", "Done");
        assert_eq!(page.matches("</script").count(), 1, "{page}");
        assert!(!page.contains("<img"), "{page}");
    }
}
