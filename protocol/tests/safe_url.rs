//! Which URLs may be followed.

use livechat_protocol::{SafeUrl, UnsafeUrl};

#[test]
fn fault_25_urls_that_run_scripts_or_hide_their_scheme_are_refused() {
    for url in [
        "",
        " ",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "javascript\r:alert(1)",
        "javascript://example.com/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "blob:https://example.com/1",
        "file:///etc/passwd",
        "about:blank",
        "view-source:https://example.com",
        "//example.com",
        "/orders",
        "orders",
        "https:",
        "https:example.com",
        "https:/example.com",
        "https://",
        "https:///example.com",
        "https:\\\\example.com",
        "https://example.com\\@evil.example",
        "https://example.com/a b",
        "https://example.com/\u{2028}",
        "https://example.com/\u{0}",
        "mailto:",
        "mailto:a b@example.com",
        "mailto:a@example.com\r\nBcc: b@example.com",
    ] {
        assert_eq!(SafeUrl::parse(url), Err(UnsafeUrl), "{url:?}");
    }
}

#[test]
fn urls_of_the_three_schemes_are_taken_as_they_are() {
    for url in [
        "https://example.com",
        "HTTPS://example.com/",
        "http://localhost:3000/orders?id=7&to=javascript:x#top",
        "https://münchen.example/straße",
        "mailto:mary@example.com",
        "mailto:mary@example.com?subject=Order",
    ] {
        assert_eq!(SafeUrl::parse(url).as_ref().map(SafeUrl::as_str), Ok(url));
    }
}

#[test]
fn an_address_becomes_a_mailto_link_only_if_it_is_one() {
    let link = SafeUrl::mailto("mary.brown+lc@email.example");
    assert_eq!(link.as_ref().map(SafeUrl::as_str), Ok("mailto:mary.brown+lc@email.example"));
    for address in [
        "",
        "mary",
        "@example.com",
        "mary@",
        "javascript:alert(1)//@example.com",
        "mary@example.com?bcc=eve@evil.example",
        "mary@example.com,eve@evil.example",
        "mary brown@example.com",
        "mary@example.com\nBcc: eve@evil.example",
        "mary%0a@example.com",
    ] {
        assert_eq!(SafeUrl::mailto(address), Err(UnsafeUrl), "{address:?}");
    }
}
