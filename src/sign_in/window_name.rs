//! The iframe's name as a place for what has to survive a redirect where the browser blocks storage.
//!
//! A name outlives navigations of its iframe. `static/prelude.js` keeps the launch parameters in it, as `?plugin_id=…&theme=…`,
//! and reads any name that has such a part as a query; here it gets one more parameter. A name that the host gave the iframe
//! is left alone. The page that the iframe is redirected to can read the name: that is LiveChat's own, which has sent or
//! will be shown all that is in it.

/// The parameter.
const NAME: &str = "yew_livechat_sign_in=";

/// The name with this text, which has no `&`, in place of an earlier one; `None` where the name is the host's.
pub(super) fn with(name: &str, text: &str) -> Option<String> {
    let mut parts: Vec<&str> = name.split('&').filter(|part| !part.starts_with(NAME)).collect();
    let first = name.split('&').find(|part| !part.is_empty()).unwrap_or_default();
    let first = first.strip_prefix('?').unwrap_or(if name.starts_with('&') { first } else { "" });
    let is_ours = name.is_empty()
        || ["plugin_id=", "theme=", "connection=", NAME].iter().any(|start| first.starts_with(start));
    let own = [NAME, text].concat();
    parts.push(&own);
    is_ours.then(|| parts.join("&"))
}

/// The text that the name has.
pub(super) fn text(name: &str) -> Option<String> {
    name.split('&').find_map(|part| part.strip_prefix(NAME)).map(str::to_owned)
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
        assert_eq!(with(&name, "-").as_deref(), Some(&*format!("{launched}&yew_livechat_sign_in=-")));
        for launched in ["", "&plugin_id=abc", "&yew_livechat_sign_in=b"] {
            let name = with(launched, "a").unwrap();
            assert_eq!((text(&name).as_deref(), name.matches("sign_in").count()), (Some("a"), 1), "{launched}");
        }
    }

    #[test]
    fn a_name_that_the_host_gave_is_left_alone() {
        for name in ["panel", "plugin_id", "_widget?theme=dark"] {
            assert_eq!(with(name, "a"), None, "{name}");
        }
    }
}
