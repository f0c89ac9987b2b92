//! The Content Security Policy to send with a built page.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use livechat_protocol::HOST_DOMAINS;
use sha2::{Digest, Sha256};

/// Prints the policy for the page in this folder, and nothing else.
pub(crate) fn run(dist: &Path) -> Result<ExitCode> {
    println!("{}", of(dist)?);
    Ok(ExitCode::SUCCESS)
}

/// The policy for the page in this folder.
pub(crate) fn of(dist: &Path) -> Result<String> {
    let page = dist.join("index.html");
    let html =
        fs::read_to_string(&page).with_context(|| format!("cannot read {}: has Trunk built it?", page.display()))?;
    let html = with_line_feeds(&html);
    let scripts = inline(&html, "script");
    // The start of the application is one.
    ensure!(!scripts.is_empty(), "{} has no inline script: has Trunk built it?", page.display());
    Ok(policy(&scripts, &inline(&html, "style")))
}

/// A page as a browser reads it: an HTML parser turns CRLF and lone CR into LF, and hashes what it has parsed.
fn with_line_feeds(html: &str) -> String {
    html.replace("\r\n", "\n").replace('\r', "\n")
}

/// `base-uri` and `form-action` do not fall back to `default-src`. An extension needs neither: Trunk writes no `<base>`,
/// and a form that the browser sends, instead of the application, replaces the page.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; {}; \
         base-uri 'none'; form-action 'none'",
        frame_ancestors()
    )
}

fn hashes(texts: &[&str]) -> String {
    texts.iter().map(|text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)))).collect()
}

/// Who may put the page into a frame.
fn frame_ancestors() -> String {
    let hosts: String = HOST_DOMAINS.iter().map(|domain| format!(" https://{domain} https://*.{domain}")).collect();
    format!("frame-ancestors{hosts}")
}

/// The text of every element of that name, a script without `src` or a style, as the browser hashes it.
fn inline<'a>(html: &'a str, tag: &str) -> Vec<&'a str> {
    html.split(&format!("<{tag}"))
        .skip(1)
        .filter_map(|rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let (text, _) = rest.split_once(&format!("</{tag}>"))?;
            (!attributes.contains("src=") && !text.is_empty()).then_some(text)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_found_and_others_are_not() {
        let html = "<script>one</script><script src=/a.js></script><script type=module>two\n</script><script></script>";
        assert_eq!(inline(html, "script"), ["one", "two\n"]);
        assert_eq!(inline("<style>p{}</style><link rel=stylesheet href=/a.css>", "style"), ["p{}"]);
    }

    #[test]
    fn the_guide_and_the_example_for_a_server_name_the_same_hosts() {
        let root = crate::workspace::root().unwrap();
        for file in ["docs/deploying.md", "examples/deploy/policy.conf"] {
            let text = fs::read_to_string(root.join(file)).unwrap();
            assert!(text.contains(&frame_ancestors()), "{file}");
        }
    }

    #[test]
    fn the_policy_names_each_script_by_its_hash_and_the_hosts() {
        // `printf %s 'one' | openssl dgst -sha256 -binary | base64`
        assert_eq!(
            policy(&["one"], &["one"]),
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' \
             'sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0='; style-src 'self' \
             'sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0='; frame-ancestors \
             https://livechatinc.com https://*.livechatinc.com https://livechat.com https://*.livechat.com \
             https://text.com https://*.text.com https://helpdesk.com https://*.helpdesk.com; base-uri 'none'; \
             form-action 'none'"
        );
    }

    #[test]
    fn a_page_with_other_line_breaks_has_the_same_policy() {
        let policy_of = |page: &str| {
            let dist = tempfile::tempdir().unwrap();
            fs::write(dist.path().join("index.html"), page).unwrap();
            of(dist.path()).unwrap()
        };
        let page = "<style>\np {}\n</style>\n<script>\none();\n\ntwo();\n</script>\n";
        // `printf '\none();\n\ntwo();\n' | openssl dgst -sha256 -binary | base64`
        assert!(
            policy_of(page).contains(" 'sha256-FgOc1RShXLvDKPskgDLc/XXUqQzwIDS8OHzUXq+dVLU='"),
            "{}",
            policy_of(page)
        );
        assert_eq!(policy_of(&page.replace('\n', "\r\n")), policy_of(page));
        assert_eq!(policy_of(&page.replace('\n', "\r")), policy_of(page));
    }
}
