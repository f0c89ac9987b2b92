//! The website: what it adds to the guide's pages, its landing page, and its pictures.

use std::fs;

use regex_lite::Regex;
use xtask::site::api_docs::with_picture;
use xtask::site::guide_pages::{accessible, with_live_parts};
use xtask::site::landing::landing;
use xtask::{files, workspace};

#[test]
fn a_recipe_gets_a_button_and_a_component_a_link() {
    let page = "<head></head><body>\
                <div class=\"live\" data-recipe=\"theme\"><picture>1</picture></div>\
                <picture data-gallery=\"Button\">2</picture>\
                <span data-simulator=\"?a=b&amp;faults=silent\"></span></body>";
    let live = with_live_parts(page, "../").unwrap();
    for part in [
        "<picture>1</picture><p class=\"live-links\"><a class=\"live-run\" href=\"../../recipes/theme/\">Run it here</a>",
        "<picture>2</picture><br><a href=\"../../gallery/?component=Button\">",
        "<a href=\"../../simulator/?a=b&amp;faults=silent\">Open this in the simulator</a>",
        "<link rel=\"stylesheet\" href=\"../live.css\">\n</head>",
        "<script src=\"../live.js\"></script>\n</body>",
    ] {
        assert!(live.contains(part), "{part} is not in\n{live}");
    }
    assert!(!live.contains("data-simulator"), "{live}");
}

#[test]
fn a_page_of_mdbook_becomes_accessible() {
    let label =
        "<label id=\"mdbook-sidebar-toggle\" class=\"a\" for=\"mdbook-sidebar-toggle-anchor\" title=\"b\">c</label>";
    let page =
        format!("{label}<div id=\"mdbook-menu-bar\"></div><div class=\"table-wrapper\"></div><pre class=\"x\"><code>y");
    let expected = "<button type=\"button\" onclick=\"document.getElementById('mdbook-sidebar-toggle-anchor').click()\" \
                    id=\"mdbook-sidebar-toggle\" class=\"a\" title=\"b\">c</button>\
                    <div role=\"banner\" id=\"mdbook-menu-bar\"></div>\
                    <div class=\"table-wrapper\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"></div>\
                    <pre class=\"x\"><code tabindex=\"0\">y";
    assert_eq!(accessible(&page).unwrap(), expected);
}

#[test]
fn a_component_in_the_api_has_its_picture_after_its_summary() {
    let page = "<main><div class=\"docblock\"><p>A button.</p><p>More.</p></div>";
    let pictured = with_picture(page, "CopyButton").unwrap();
    assert!(pictured.starts_with("<main><div class=\"docblock\"><p>A button.</p><p><picture>"), "{pictured}");
    assert!(pictured.contains("srcset=\"../../guide/pictures/components/copy-button-dark.png\""), "{pictured}");
    assert!(pictured.ends_with("</a></p><p>More.</p></div>"), "{pictured}");
    assert!(with_picture("<main>", "CopyButton").is_err());
}

#[test]
fn the_landing_page_has_the_readmes_commands_and_code() {
    let readme = fs::read_to_string(workspace::root().unwrap().join("README.md")).unwrap();
    let page = landing(&readme).unwrap();
    for part in ["cargo livechat dev</code>", "fn Sidebar() -&gt; Html {", ".lc-button", ".poster"] {
        assert!(page.contains(part), "the landing page lacks {part}");
    }
    let without = landing("no code").unwrap_err().to_string();
    assert_eq!(without, "README.md has no console block for the landing page");
}

#[test]
fn the_pages_have_their_pictures_in_both_themes_and_all_of_them_are_small() {
    let docs = workspace::root().unwrap().join("docs");
    let source = Regex::new(r#"(?:src|srcset)="([^"]+\.png)"#).unwrap();
    let mut named = Vec::new();
    for page in files::with_extension(&docs, "md").unwrap() {
        for found in source.captures_iter(&fs::read_to_string(&page).unwrap()) {
            named.push(fs::canonicalize(page.with_file_name("").join(&found[1])).unwrap_or_else(|error| {
                panic!("{} shows {}: {error}; run `cargo xtask screenshots`", page.display(), &found[1])
            }));
        }
    }
    let pictures = files::with_extension(&docs.join("pictures"), "png").unwrap();
    let unnamed: Vec<_> = pictures
        .iter()
        .filter(|picture| ["recipes", "placements"].iter().any(|folder| picture.parent().unwrap().ends_with(folder)))
        .filter(|picture| !named.contains(&fs::canonicalize(picture).unwrap()))
        .collect();
    assert!(unnamed.is_empty(), "no page shows these pictures, so delete them: {unnamed:?}");
    let bytes: u64 = pictures.iter().map(|picture| fs::metadata(picture).unwrap().len()).sum();
    assert!(bytes < 2_000_000, "the pictures have {bytes} bytes, and every clone downloads them");
}
