//! The guide's pages, with what only the site has: recipes that run, and links into the simulator and the gallery.
//!
//! | in the guide's sources | on the site |
//! |---|---|
//! | `<div class="live" data-recipe="theme">` around a picture | also a button that runs the recipe in its place |
//! | `<picture data-gallery="Button">` | also a link to the component's controls |
//! | `<span data-simulator="?faults=silent"></span>` | a link that opens the simulator with these choices |
//! | | a link to the landing page |
//!
//! Elsewhere, as on GitHub, there is only the picture, or nothing.

use super::apps::copy_folder;
use crate::prelude::*;
use crate::{files, guide};

const SCRIPT: &str = include_str!("../../../site/live.js");
const STYLE: &str = include_str!("../../../site/live.css");

/// Builds the guide into the site's folder `guide`.
pub(super) fn build(shell: &Shell, site: &Path) -> Result<()> {
    let folder = site.join("guide");
    copy_folder(&guide::build(shell)?, &folder)?;
    fs::write(folder.join("live.js"), SCRIPT)?;
    fs::write(folder.join("live.css"), STYLE)?;
    for file in files::with_extension(&folder, "html")? {
        let depth = file.strip_prefix(&folder)?.components().count() - 1;
        let text = fs::read_to_string(&file)?;
        fs::write(&file, accessible(&with_live_parts(&text, &"../".repeat(depth))?)?)?;
    }
    Ok(())
}

/// Adds the live parts to a page; `guide` is the relative address of the guide.
pub fn with_live_parts(page: &str, guide: &str) -> Result<String> {
    let site = format!("{guide}../");
    let recipe = Regex::new(r#"(?s)<div class="live" data-recipe="([^"]+)">(.*?)</div>"#)?;
    let page = recipe.replace_all(
        page,
        format!(
            "<div class=\"live\" data-title=\"The recipe $1 in the simulator\">$2<p class=\"live-links\">\
             <a class=\"live-run\" href=\"{site}recipes/$1/\">Run it here</a>\
             <a href=\"{site}recipes/$1/\">Open it in the simulator</a></p></div>"
        ),
    );
    let component = Regex::new(r#"(?s)<picture data-gallery="([^"]+)">(.*?)</picture>"#)?;
    let page = component.replace_all(
        &page,
        format!("<picture>$2</picture><br><a href=\"{site}gallery/?component=$1\">Try $1 with all of its props</a>"),
    );
    let simulator = Regex::new(r#"<span data-simulator="([^"]*)"></span>"#)?;
    let page = simulator.replace_all(&page, format!("<a href=\"{site}simulator/$1\">Open this in the simulator</a>"));
    let buttons = "<div class=\"right-buttons\">";
    let page = page.replacen(buttons, &format!("{buttons}<a class=\"live-home\" href=\"{site}\">Home</a>"), 1);
    let head = format!("<link rel=\"stylesheet\" href=\"{guide}live.css\">\n</head>");
    let end = format!("<script src=\"{guide}live.js\"></script>\n</body>");
    Ok(page.replacen("</head>", &head, 1).replacen("</body>", &end, 1))
}

/// Corrects what axe finds in mdBook's page: a label that acts as a button, a bar outside of landmarks, and content that
/// scrolls sideways but not with the keyboard.
pub fn accessible(page: &str) -> Result<String> {
    let label =
        Regex::new(r#"(?s)<label (id="mdbook-sidebar-toggle".*?) for="(mdbook-sidebar-toggle-anchor)"(.*?)</label>"#)?;
    let button = "<button type=\"button\" onclick=\"document.getElementById('$2').click()\" $1$3</button>";
    let corrected = label
        .replace(page, button)
        .replacen("<div id=\"mdbook-menu-bar\"", "<div role=\"banner\" id=\"mdbook-menu-bar\"", 1)
        .replace(
            "<div class=\"table-wrapper\">",
            "<div class=\"table-wrapper\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">",
        );
    let code = Regex::new(r"(<pre[^>]*>)<code")?;
    Ok(code.replace_all(&corrected, "$1<code tabindex=\"0\"").into_owned())
}
