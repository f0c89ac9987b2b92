//! The site's applications: demo, gallery and recipes, and the simulator's module for both builds.

use crate::prelude::*;
use crate::{files, process, workspace};

/// The Cargo profile: optimized, and with the simulator.
const PROFILE: &str = "live";
/// The simulator's crate and program, and the folder of its module below a build.
const SIMULATOR: &str = "yew-livechat-simulator";
/// The paths of the demo's extensions besides the root, as in `demo/src/main.rs`.
const DEMO: [&str; 3] = ["message-box", "fullscreen", "settings"];

/// Builds all of them into the site's folder.
pub(super) fn build(shell: &Shell, root: &Path, site: &Path) -> Result<()> {
    println!("Building simulator, demo and recipes. This takes about five minutes the first time.");
    let module = simulator(shell)?;
    let (demo, recipes) = (site.join("simulator"), site.join("recipes"));
    // Relative addresses, so that the site works below any path.
    let options = ["--release", "--cargo-profile", PROFILE, "--offline", "--public-url", "./"];
    process::run(cmd!(shell, "trunk build {options...} --dist {demo}"))?;
    let config = root.join("examples/recipes/Trunk.toml");
    let features = ["--features", "separate-simulator"];
    process::run(cmd!(shell, "trunk build --config {config} {options...} {features...} --dist {recipes}"))?;
    for build in [&demo, &recipes] {
        copy_folder(&module, &build.join(SIMULATOR))?;
    }
    demo_pages(root, site, &demo)?;
    recipe_pages(root, &recipes)
}

/// Builds the simulator's module, and returns its folder.
fn simulator(shell: &Shell) -> Result<PathBuf> {
    let target = workspace::target()?;
    process::run(cmd!(
        shell,
        "cargo build --profile {PROFILE} --target wasm32-unknown-unknown --package {SIMULATOR} --bin {SIMULATOR}"
    ))?;
    let wasm = target.join(format!("wasm32-unknown-unknown/{PROFILE}/{SIMULATOR}.wasm"));
    let folder = target.join("site-simulator");
    shell.remove_path(&folder)?;
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript --out-dir {folder} {wasm}"))?;
    process::run(cmd!(shell, "livechat-shrink {folder}"))?;
    Ok(folder)
}

/// Writes the pages of the demo's other extensions, and the gallery's.
fn demo_pages(root: &Path, site: &Path, demo: &Path) -> Result<()> {
    let scripts = fs::read_to_string(root.join("site/servers.js"))?;
    let page = with_script(&fs::read_to_string(demo.join("index.html"))?, &scripts)?;
    fs::write(demo.join("index.html"), &page)?;
    for path in DEMO {
        write(&demo.join(path), &with_base(&page, "../")?)?;
    }
    write(&site.join("gallery"), &with_base(&page, "../simulator/")?)?;
    fs::copy(root.join("site/pretend-livechat.html"), demo.join("pretend-livechat.html"))?;
    Ok(())
}

/// Writes a page for each recipe that the guide shows.
fn recipe_pages(root: &Path, recipes: &Path) -> Result<()> {
    let page = fs::read_to_string(recipes.join("index.html"))?;
    let mark = Regex::new(r#"data-recipe="([^"]+)""#)?;
    for text in files::with_extension(&root.join("docs/recipes"), "md")? {
        for found in mark.captures_iter(&fs::read_to_string(text)?) {
            write(&recipes.join(&found[1]), &with_base(&page, "../")?)?;
        }
    }
    Ok(())
}

fn write(folder: &Path, page: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    Ok(fs::write(folder.join("index.html"), page)?)
}

/// Replaces the folder of the build, relative to the page.
fn with_base(page: &str, base: &str) -> Result<String> {
    let tag = Regex::new(r#"<base href="?\./"?\s*/?>"#)?;
    ensure!(
        tag.is_match(page),
        "the page has no `<base href=\"./\">`: keep `<base data-trunk-public-url />` in index.html"
    );
    Ok(tag.replace(page, format!("<base href=\"{base}\">")).into_owned())
}

/// Adds a script before all others.
fn with_script(page: &str, script: &str) -> Result<String> {
    let (head, rest) = page.split_once("<script").context("the page has no script")?;
    Ok(format!("{head}<script>{script}</script><script{rest}"))
}

/// Copies a folder's files.
pub(super) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files::below(from)? {
        let target = to.join(file.strip_prefix(from)?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &target)?;
    }
    Ok(())
}
