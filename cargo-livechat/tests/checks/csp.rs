//! The Content Security Policy of a built page.

use crate::{folder, root};
use cargo_livechat::csp;

fn of(page: &str) -> String {
    csp::of(folder(&[("index.html", page)]).path()).unwrap()
}

#[test]
fn the_policy_names_each_inline_script_and_style_by_its_hash_and_the_hosts() {
    // `printf %s 'one' | openssl dgst -sha256 -binary | base64`
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' \
                  'sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0='; style-src 'self' \
                  'sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0='; frame-ancestors \
                  https://livechatinc.com https://*.livechatinc.com https://livechat.com https://*.livechat.com \
                  https://text.com https://*.text.com https://helpdesk.com https://*.helpdesk.com; base-uri 'none'; \
                  form-action 'none'";
    assert_eq!(of("<script>one</script><style>one</style>"), policy);
    let others = "<script src=/a.js></script><script></script><link rel=stylesheet href=/a.css>";
    assert_eq!(of(&format!("{others}<script type=module>one</script><style>one</style>")), policy);
}

#[test]
fn a_page_with_a_base_may_have_it_on_its_own_origin() {
    for base in ["<base href=\"/\">", "<base href=/ >"] {
        let policy = of(&format!("{base}<script>one</script>"));
        assert!(policy.ends_with("; base-uri 'self'; form-action 'none'"), "{policy}");
    }
    assert!(of("<basefont><script>one</script>").contains("base-uri 'none'"));
}

#[test]
fn a_page_that_signs_in_may_connect_to_livechat() {
    let script = std::fs::read_to_string(root().join("static/sign-in.js")).unwrap();
    let policy = of(&format!("<script>one</script><script>{script}</script>"));
    let allowed = "; connect-src 'self' https://accounts.livechat.com https://api.livechatinc.com; frame-ancestors ";
    assert!(policy.contains(allowed), "{policy}");
}

#[test]
fn the_guide_and_the_example_for_a_server_name_the_same_hosts() {
    let policy = of("<script>one</script>");
    let hosts = policy.split("; ").find(|directive| directive.starts_with("frame-ancestors ")).unwrap();
    for file in ["docs/deploying.md", "examples/deploy/policy.conf"] {
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        assert!(text.contains(hosts), "{file}");
    }
}

#[test]
fn a_page_with_other_line_breaks_has_the_same_policy() {
    let page = "<style>\np {}\n</style>\n<script>\none();\n\ntwo();\n</script>\n";
    // `printf '\none();\n\ntwo();\n' | openssl dgst -sha256 -binary | base64`
    assert!(of(page).contains(" 'sha256-FgOc1RShXLvDKPskgDLc/XXUqQzwIDS8OHzUXq+dVLU='"), "{}", of(page));
    assert_eq!(of(&page.replace('\n', "\r\n")), of(page));
    assert_eq!(of(&page.replace('\n', "\r")), of(page));
}
