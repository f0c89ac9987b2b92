//! The landing page, and other pages in its style.

use crate::markdown;
use crate::prelude::*;

/// The style sheets of every page in this style.
const STYLE: [&str; 2] =
    [include_str!("../../../components/yew-livechat.css"), include_str!("../../../site/landing.css")];
const LANDING: &str = include_str!("../../../site/landing.html");

/// Writes the landing page and what it shows.
pub(super) fn write(root: &Path, site: &Path) -> Result<()> {
    let readme = fs::read_to_string(root.join("README.md"))?;
    fs::write(site.join("index.html"), landing(&readme)?)?;
    fs::copy(root.join("static/icon.svg"), site.join("icon.svg"))?;
    fs::create_dir_all(site.join("pictures"))?;
    for picture in ["simulator.png", "simulator-dark.png"] {
        fs::copy(root.join("docs/pictures").join(picture), site.join("pictures").join(picture))?;
    }
    // GitHub Pages would drop files whose names begin with an underscore.
    Ok(fs::write(site.join(".nojekyll"), "")?)
}

/// Fills in the style sheets, and the README's commands and smallest extension.
pub fn landing(readme: &str) -> Result<String> {
    let blocks = markdown::blocks(readme)?;
    let block = |language: &str| {
        let block = blocks.iter().find(|block| block.language.starts_with(language));
        let code = block.with_context(|| format!("README.md has no {language} block for the landing page"))?;
        anyhow::Ok(format!("<pre tabindex=\"0\"><code>{}</code></pre>", escaped(code.code.trim_end())))
    };
    let mut page = LANDING.to_owned();
    for (mark, text) in [
        ("<!-- yew-livechat.css -->", STYLE[0].to_owned()),
        ("<!-- landing.css -->", STYLE[1].to_owned()),
        ("<!-- commands -->", block("console")?),
        ("<!-- code -->", block("rust")?),
    ] {
        ensure!(page.contains(mark), "site/landing.html has no `{mark}`");
        page = page.replace(mark, &text);
    }
    Ok(page)
}

/// A page in the landing page's style; `home` is the relative address of the site.
pub(super) fn page(title: &str, home: &str, content: &str) -> Result<String> {
    let (before, rest) = LANDING.split_once("<main>").context("site/landing.html has no <main>")?;
    let (_, after) = rest.split_once("</main>").context("site/landing.html has no </main>")?;
    let (footer, _) = after.split_once("<script>").context("site/landing.html has no script at its end")?;
    let links = Regex::new(r#"(href|src)="([^":#]*)""#)?;
    let head = before.replace(
        "<title>yew-livechat: LiveChat extensions in Rust</title>",
        &format!("<title>{title} · yew-livechat</title>"),
    );
    let head = links.replace_all(&head, format!("$1=\"{home}$2\"")).replace(".././", "../");
    let head = head.replace("<!-- yew-livechat.css -->", STYLE[0]).replace("<!-- landing.css -->", STYLE[1]);
    Ok(format!("{head}<main><section>{content}</section></main>{footer}</body>\n</html>\n"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
