//! The headers of a build, for each server.

use std::path::Path;

use crate::folder;
use cargo_livechat::headers::{self, Format};
use cargo_livechat::{csp, precompress};
use clap::ValueEnum;
use serde_json::Value;
use tempfile::TempDir;

const MODULE: &str = "app-0123456789abcdef_bg.wasm";

fn dist() -> TempDir {
    let page = "<style>one</style><script>two</script>".repeat(10);
    let dist = folder(&[("index.html", &page), (MODULE, "\0asm"), ("static/orders.json", "[]"), ("_headers", "old")]);
    precompress::write(dist.path()).unwrap();
    dist
}

fn of(format: Format) -> String {
    headers::of(dist().path(), format).unwrap()
}

#[test]
fn every_format_has_the_policy_of_this_build() {
    let policy = csp::of(dist().path()).unwrap();
    assert!(policy.contains("sha256-") && policy.contains("frame-ancestors"), "{policy}");
    for format in Format::value_variants() {
        let text = of(*format);
        assert!(text.contains(&policy), "{format:?}: {text}");
        assert!(text.contains("nosniff") && text.contains("public, max-age=31536000, immutable"), "{format:?}: {text}");
        assert!(!text.contains("X-Frame-Options"), "{format:?}: {text}");
    }
}

#[test]
fn only_files_with_a_hash_in_their_name_never_change() {
    let json: Value = serde_json::from_str(&of(Format::Json)).unwrap();
    let cached = |file: &str| json[file]["Cache-Control"].as_str().unwrap().to_owned();
    assert_eq!(cached(&format!("/{MODULE}")), "public, max-age=31536000, immutable");
    assert_eq!([cached("/index.html"), cached("/static/orders.json")], ["no-cache", "no-cache"]);
    assert_eq!(json[format!("/{MODULE}")]["Content-Type"], "application/wasm");
    assert_eq!(json.as_object().unwrap().len(), 3, "neither compressed copies nor the file of headers: {json}");

    for format in [Format::Netlify, Format::Cloudflare] {
        let text = of(format);
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'self'"), "{text}");
        assert!(
            text.ends_with(&format!("\n/{MODULE}\n  Cache-Control: public, max-age=31536000, immutable\n")),
            "{text}"
        );
        assert_eq!(text.matches("Cache-Control").count(), 1, "values of several rules are joined: {text}");
    }
}

#[test]
fn a_cache_between_learns_that_nginx_sends_compressed_copies_to_some_browsers_only() {
    let text = of(Format::Nginx);
    assert!(text.contains("gzip_static on;\ngzip_vary on;\n"), "{text}");
}

#[test]
fn only_hosts_that_read_it_there_have_a_file_in_the_site() {
    let (dist, kept) = (Path::new("dist"), Path::new("kept"));
    for format in Format::value_variants() {
        let file = format.file(dist, kept);
        let of_site = matches!(format, Format::Netlify | Format::Cloudflare);
        assert_eq!(file.starts_with(dist), of_site, "{}", file.display());
        assert_eq!(headers::is_site(&file), !of_site);
    }
}
