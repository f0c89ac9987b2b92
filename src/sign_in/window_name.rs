//! The iframe's name as a place for what has to survive a redirect where the browser blocks storage.
//!
//! A name outlives navigations of its iframe. `static/prelude.js` keeps the launch parameters in it, as `?plugin_id=…&theme=…`,
//! and reads any name that has such a part as a query; here it gets one more parameter. A name that the host gave the iframe
//! is left alone. The page that the iframe is redirected to can read the name: that is LiveChat's own, which has sent or
//! will be shown all that is in it.

/// The parameter.
const NAME: &str = "&yew_livechat_sign_in=";

/// The name with this text, which has no `&`, in place of an earlier one; `None` where the name is the host's.
pub(super) fn with(name: &str, text: &str) -> Option<String> {
    let (rest, _) = parts(name);
    let is_ours = rest.is_empty() || ["?plugin_id=", "?theme=", "?connection=", "&plugin_id=", "&theme=", "&connection="].iter().any(|start| rest.starts_with(start));
    is_ours.then(|| if text.is_empty() { rest } else { [&rest, NAME, text].concat() })
}

/// The text that the name has.
pub(super) fn text(name: &str) -> Option<String> {
    parts(name).1
}

fn parts(name: &str) -> (String, Option<String>) {
    let Some((before, after)) = name.split_once(NAME) else { return (name.to_owned(), None) };
    let (text, rest) = after.split_at(after.find('&').unwrap_or(after.len()));
    ([before, rest].concat(), Some(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use livechat_protocol::Launch;

    use super::*;

    #[test]
    fn the_launch_parameters_stay_in_the_name() {
        let launched = "?plugin_id=abc&theme=dark&connection=plain";
        let name = with(launched, "a|b").unwrap();
        assert_eq!(text(&name).as_deref(), Some("a|b"));
        assert_eq!(Launch::part_of(&name).as_deref(), Some(launched));
        let name = with(&name, "c").unwrap();
        assert_eq!(text(&name).as_deref(), Some("c"));
        assert_eq!(with(&name, "").as_deref(), Some(launched));
        assert_eq!(with("", "a").and_then(|name| text(&name)).as_deref(), Some("a"));
    }

    #[test]
    fn a_name_that_the_host_gave_is_left_alone() {
        for name in ["panel", "plugin_id", "_widget?theme=dark"] {
            assert_eq!(with(name, "a"), None, "{name}");
        }
    }
}
