//! The pages of this repository that a Yew application renders into.

const PAGES: [(&str, &str); 3] = [
    ("the demo", include_str!("../../index.html")),
    ("the template", include_str!("../../template/index.html")),
    ("the benchmark", include_str!("../../bench/extensions/yew-livechat/index.html")),
];

#[test]
fn browsers_do_not_translate_the_pages() {
    for (page, html) in PAGES {
        for mark in [r#"translate="no">"#, r#"<meta name="google" content="notranslate" />"#] {
            assert!(html.contains(mark), "{page} lacks {mark}");
        }
    }
}
