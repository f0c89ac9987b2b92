//! The API's documentation: of the published crates only, unlike `cargo xtask docs`.

use super::{apps::copy_folder, landing};
use crate::links::{self, Ids};
use crate::prelude::*;
use crate::{catalogue, files, process, workspace};

/// The published crates; the first is the one that people look for.
const CRATES: [&str; 5] =
    ["yew-livechat", "yew-livechat-components", "livechat-protocol", "livechat-api", "yew-livechat-simulator"];

/// Builds it into the site's folder `api`.
pub(super) fn build(shell: &Shell, site: &Path) -> Result<()> {
    let target = workspace::target()?;
    // A folder of its own, without the other crates of the workspace. Cargo's intermediate files are shared.
    let folder = target.join("site-api");
    shell.remove_path(folder.join("doc"))?;
    // rustdoc links to a crate only if its folder exists, and documents several crates at once.
    for name in CRATES {
        fs::create_dir_all(folder.join("doc").join(name.replace('-', "_")))?;
    }
    let packages: Vec<&str> = CRATES.into_iter().flat_map(|name| ["--package", name]).collect();
    let doc = cmd!(shell, "cargo doc --no-deps --all-features --lib {packages...}");
    process::run(
        doc.env("RUSTDOCFLAGS", "-D warnings").env("CARGO_TARGET_DIR", &folder).env("CARGO_BUILD_BUILD_DIR", &target),
    )?;
    let api = site.join("api");
    copy_folder(&folder.join("doc"), &api)?;
    remove_dead_links(&api)?;
    picture_components(&api.join("yew_livechat_components"))?;
    Ok(fs::write(api.join("index.html"), index()?)?)
}

/// Removes the targets of links that lead nowhere: rustdoc copies documentation from crates that are not documented here,
/// and its links with it.
fn remove_dead_links(folder: &Path) -> Result<()> {
    let (root, mut ids) = (workspace::root()?, Ids::default());
    for file in files::with_extension(folder, "html")? {
        let page = fs::read_to_string(&file)?;
        let mut alive = page.clone();
        for target in links::dead_in(&root, &file, &page, &mut ids)? {
            for attribute in ["href", "src"] {
                alive = alive.replace(&format!(" {attribute}=\"{}\"", target.replace('&', "&amp;")), "");
            }
        }
        if alive != page {
            fs::write(&file, alive)?;
        }
    }
    Ok(())
}

/// Shows each component's picture on its page, with a link to its controls. Only here: elsewhere, as on docs.rs, the
/// documentation has no pictures beside it.
fn picture_components(folder: &Path) -> Result<()> {
    for component in catalogue::pictured()? {
        let file = folder.join(format!("struct.{component}.html"));
        fs::write(&file, with_picture(&fs::read_to_string(&file)?, &component)?)?;
    }
    Ok(())
}

/// Adds the picture after the first paragraph of a component's documentation.
pub fn with_picture(page: &str, component: &str) -> Result<String> {
    let [light, dark] = catalogue::pictures::names(component);
    let pictures = "../../guide/pictures/components";
    let (before, text) = page
        .split_once("<div class=\"docblock\">")
        .and_then(|(head, rest)| {
            rest.split_once("</p>")
                .map(|(summary, rest)| (format!("{head}<div class=\"docblock\">{summary}</p>"), rest))
        })
        .with_context(|| format!("rustdoc's page of {component} has no text"))?;
    Ok(format!(
        "{before}<p><picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"{pictures}/{dark}\">\
         <img src=\"{pictures}/{light}\" alt=\"{component} in the gallery\" width=\"360\"></picture><br>\
         <a href=\"../../gallery/?component={component}\">Try {component} with all of its props</a></p>{text}"
    ))
}

/// Lists the crates, with their descriptions.
fn index() -> Result<String> {
    let root = workspace::root()?;
    let mut items = String::new();
    for name in CRATES {
        let folder = match name {
            "yew-livechat" => "",
            "yew-livechat-components" => "components",
            "livechat-protocol" => "protocol",
            "livechat-api" => "api",
            _ => "simulator",
        };
        let manifest = fs::read_to_string(root.join(folder).join("Cargo.toml"))?;
        let description = manifest.lines().find_map(|line| line.strip_prefix("description = \"")?.strip_suffix('"'));
        let description = description.with_context(|| format!("{name} has no description"))?;
        let module = name.replace('-', "_");
        items.push_str(&format!("<li><h2><a href=\"{module}/index.html\">{name}</a></h2><p>{description}</p></li>\n"));
    }
    landing::page("The API", "../", &format!("<h1>The API</h1><ul class=\"cards\">{items}</ul>"))
}
