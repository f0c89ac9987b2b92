//! Which links are dead.

use std::path::{Path, PathBuf};

use crate::{folder, says};
use xtask::links::check;
use xtask::workspace::REPOSITORY;

/// Checks a file beside others.
fn check_with(file: &str, text: &str) -> anyhow::Result<()> {
    let root = folder(&[
        ("README.md", ""),
        ("static/a.svg", ""),
        ("guide/a.html", "<h1 id=\"top\"></h1>"),
        ("guide/old.html", "<meta http-equiv=\"refresh\" content=\"0;URL=a.html\">"),
        ("guide/recipes/c.html", ""),
        ("guide/recipes/index.html", ""),
        (file, text),
    ]);
    check(root.path(), &[root.path().join(file)])
}

#[test]
fn links_of_pages_lead_to_pages_and_their_parts() {
    let repository = |rest: &str| format!("{REPOSITORY}{rest}");
    for (target, leads) in [
        ("../a.html", true),
        ("../a.html#top", true),
        ("../a.html?component=Button#top", true),
        ("../", false),
        ("../old.html#top", true),
        ("../old.html#bottom", false),
        ("./", true),
        ("#here", true),
        ("#", true),
        ("https://elsewhere.example/#x", true),
        ("mailto:a@example.com", true),
        ("#here\">&lt;a href=\"example", true),
        (REPOSITORY, true),
        (&*repository("/blob/main/README.md#L3"), true),
        (&*repository("/tree/main/guide"), true),
        ("a.html", false),
        ("..", false),
        ("../a.html#bottom", false),
        ("#there", false),
        (&*repository("/blob/main/NEWS.md"), false),
        (&*repository("/issues"), false),
    ] {
        let html = format!("<p id=\"here\"></p><a class=\"x\" href=\"{target}\">&lt;p id=\"there\"");
        let found = check_with("guide/recipes/b.html", &html);
        if leads {
            found.unwrap();
        } else {
            assert!(says(found).ends_with(&format!("guide/recipes/b.html links to {target}")));
        }
    }
    assert!(check_with("guide/b.html", "<img src=\"none.png\">").is_err());
}

#[test]
fn links_of_a_page_are_relative_to_its_base() {
    let page = |base: &str| format!("<base href=\"{base}\"><a href=\"a.html\">");
    check_with("guide/recipes/b.html", &page("../")).unwrap();
    assert!(check_with("guide/recipes/b.html", &page("./")).is_err());
}

#[test]
fn in_markdown_links_to_files_are_found_and_code_is_ignored() {
    let text = "\
See [the house](README.md#house), [`a`](guide/a.html) and ![a picture](static/a.svg \"title\").
[Elsewhere](https://example.com/a) [within](#commands) [mail](mailto:a@example.com) `[code](no.md)`
```md
[in a fence](not-this.md)
```
[after](b.md) and [two](c.md) on a line";
    let message = says(check_with("a.md", text));
    assert_eq!(message, "Links are dead. Fix them: a.md links to b.md; a.md links to c.md");
}

#[test]
fn a_dead_link_and_a_missing_file_are_named() {
    check_with("guide/a.md", "[up](../README.md#part) [folder](recipes)").unwrap();
    assert!(says(check_with("guide/a.md", "[wrong](README.md)")).contains("guide/a.md links to README.md"));
    assert!(says(check(Path::new(""), &[PathBuf::from("NEWS.md")])).contains("NEWS.md"));
}
