//! The Content Security Policy for a built page.

use base64::{Engine, engine::general_purpose::STANDARD};
use livechat_protocol::HOST_DOMAINS;
use sha2::{Digest, Sha256};

use crate::prelude::*;

/// Prints the policy for the page in this folder, and nothing else.
pub fn run(dist: &Path) -> Result<()> {
    println!("{}", of(dist)?);
    Ok(())
}

/// Returns the policy for the page in this folder.
pub fn of(dist: &Path) -> Result<String> {
    let page = dist.join("index.html");
    let html = std::fs::read_to_string(&page)
        .with_context(|| format!("cannot read {}: has Trunk built it?", page.display()))?;
    // As a browser sees it: an HTML parser turns CRLF and lone CR into LF before it hashes.
    let html = html.replace("\r\n", "\n").replace('\r', "\n");
    let scripts = inline(&html, "script")?;
    // The start script is always inline.
    ensure!(!scripts.is_empty(), "{} has no inline script: has Trunk built it?", page.display());
    let has_base = Regex::new(r"<base[\s>]")?.is_match(&html);
    Ok(policy(&scripts, &inline(&html, "style")?, has_base))
}

/// The accounts server and API that pages with sign-in connect to, besides their own origin.
const LIVECHAT: &str = "https://accounts.livechat.com https://api.livechatinc.com";

/// A global of `static/sign-in.js`, which marks a page with sign-in.
const SIGNS_IN: &str = "yewLivechatSignIn";

/// `base-uri` and `form-action` do not fall back to `default-src`. Only a page with a `<base>` needs the former. An
/// extension does not need the latter: a form that the browser submits by itself replaces the page.
fn policy(scripts: &[&str], styles: &[&str], has_base: bool) -> String {
    let signs_in = scripts.iter().any(|script| script.contains(SIGNS_IN));
    let connect = if signs_in { format!("connect-src 'self' {LIVECHAT}; ") } else { String::new() };
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    let base = if has_base { "'self'" } else { "'none'" };
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; {connect}{}; \
         base-uri {base}; form-action 'none'",
        frame_ancestors()
    )
}

fn hashes(texts: &[&str]) -> String {
    texts.iter().map(|text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)))).collect()
}

/// The origins that may embed the page in an iframe.
fn frame_ancestors() -> String {
    let hosts: String = HOST_DOMAINS.iter().map(|domain| format!(" https://{domain} https://*.{domain}")).collect();
    format!("frame-ancestors{hosts}")
}

/// Returns the text of every inline script or style, as the browser hashes it.
fn inline<'a>(html: &'a str, tag: &str) -> Result<Vec<&'a str>> {
    let element = Regex::new(&format!("(?s)<{tag}([^>]*)>(.*?)</{tag}>"))?;
    let found = element.captures_iter(html).map(|found| found.extract());
    let inline = found.filter(|(_, [attributes, text])| !attributes.contains("src=") && !text.is_empty());
    Ok(inline.map(|(_, [_, text])| text).collect())
}
