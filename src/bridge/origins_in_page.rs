//! Compares the origins in the page with those of the application, in development builds.

use livechat_protocol::Origin;
use web_sys::Window;

use super::early_page::EarlyPage;
use crate::platform::warn;

/// Warns in the console, with advice, if the page's prelude accepts other origins than the application.
pub(crate) fn check_origins(window: &Window, origins: Option<&[Origin]>) {
    let listed = || {
        let meta = window.document()?.query_selector("meta[name=livechat-origins]").ok()??;
        Some(meta.get_attribute("content").unwrap_or_default())
    };
    if EarlyPage::of(window).is_some()
        && let Some(advice) = advice(listed().as_deref(), origins)
    {
        warn(&advice);
    }
}

/// The advice, if the page lists other origins than the application.
fn advice(listed: Option<&str>, origins: Option<&[Origin]>) -> Option<String> {
    let sorted = |mut origins: Vec<String>| {
        origins.sort();
        origins.dedup();
        origins
    };
    let in_page = listed.map(|listed| sorted(listed.split_whitespace().map(str::to_owned).collect()));
    let in_application = origins.map(|origins| sorted(origins.iter().map(Origin::to_string).collect()));
    if in_page == in_application {
        return None;
    }
    Some(match in_application {
        Some(origins) => format!(
            "static/prelude.js does not know the origins of `.origins([…])`: write `<meta name=\"livechat-origins\" \
             content=\"{}\">` into the page's head",
            origins.join(" ")
        ),
        None => "the page's head restricts the origins, but the application does not: call \
                 `.origins([…])`, or remove `<meta name=\"livechat-origins\">`"
            .to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(texts: &[&str]) -> Vec<Origin> {
        texts.iter().map(|text| Origin::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))).collect()
    }

    #[test]
    fn page_and_application_agree_on_the_same_origins_in_any_order() {
        let two = origins(&["https://my.livechatinc.com", "https://my.livechat.com"]);
        assert_eq!(advice(Some(" https://my.livechat.com\n https://my.livechatinc.com "), Some(&two)), None);
        assert_eq!(advice(None, None), None);
    }

    #[test]
    fn a_difference_is_reported_with_the_fix() {
        let one = origins(&["https://my.livechatinc.com"]);
        for listed in [None, Some(""), Some("https://my.livechat.com")] {
            let advice = advice(listed, Some(&one)).unwrap_or_default();
            assert!(advice.starts_with("static/prelude.js does not know the origins of `.origins([…])`: "), "{advice}");
            assert!(
                advice.contains("<meta name=\"livechat-origins\" content=\"https://my.livechatinc.com\">"),
                "{advice}"
            );
        }
        let advice = advice(Some("https://my.livechat.com"), None).unwrap_or_default();
        let says = "the page's head restricts the origins, but the application does not: call `.origins([…])`";
        assert!(advice.starts_with(says), "{advice}");
    }
}
