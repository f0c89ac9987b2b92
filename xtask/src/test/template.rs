//! The whole path of a newcomer, for each placement: `cargo livechat new` or `cargo generate`, tests, a release build, a host page, the
//! simulator; except that the projects use this checkout of the framework and not the published one.
//!
//! For the guide's own project, everything that the guide's first page has a newcomer do is done, in its order: a page that
//! leaves a step out, names a command that does not work, or changes what a test asserts, fails.

pub mod framework;
pub mod generate;
pub mod guide;
pub mod project;
mod same;

use serde_json::{Map, Value, json};

use super::{Ran, counted, counts};
use crate::guide::steps;
use crate::prelude::*;
use crate::tools::{browser, livechat, pins};
use crate::{playwright, release, workspace};

/// The placement of the guide's project.
const GUIDES: &str = "details";

/// A project for each of the other placements. The names are of the kinds that make trouble: keywords, digits.
const PROJECTS: [(&str, &str); 3] = [("match", "message_box"), ("my-app-2", "fullscreen"), ("self", "settings")];

/// Projects that sign agents in. The first two have every file that differs between the placements: they are tested, and the
/// others only checked.
const SIGN_IN: [(&str, &str); 4] =
    [("sign-in", "details"), ("tags", "fullscreen"), ("replies", "message_box"), ("shops", "settings")];

/// A workspace that a newcomer has already. A workspace inside another is an error to Cargo if it is one of its members.
const OTHER_WORKSPACE: &str = "[workspace]\nresolver = \"3\"\n# A comment, which would be lost.\nmembers = []\n";

pub(super) fn set_up(shell: &Shell) -> Result<()> {
    pins::cargo_generate().ensure(shell)?;
    release::set_up(shell)?;
    livechat::ensure(shell)?;
    browser::ensure(shell).map(drop)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let root = workspace::root()?;
    framework::check_tag(&root)?;
    let steps = steps::read(&root)?;
    guide::check_tools(&steps)?;

    let parent = start(shell, folder(&root))?;
    let mut passed = generate::refusals(shell, &parent)?;
    // The guide's own project is made by `cargo livechat new`.
    generate::project(shell, &parent, "generated", &[&format!("placement={GUIDES}"), "sign_in=false"])
        .and_then(|folder| same::check(&folder, "generated", GUIDES, false))?;
    println!("\n-- as in the guide, for {GUIDES}, in a folder that is a workspace --");
    let workspace = parent.join("workspace");
    shell.write_file(workspace.join("Cargo.toml"), OTHER_WORKSPACE)?;
    let folder = guide::new(shell, &steps, &workspace)?;
    ensure!(
        shell.read_file(workspace.join("Cargo.toml"))? == OTHER_WORKSPACE,
        "`cargo livechat new` has changed the workspace around the project"
    );
    framework::use_this_checkout(&folder)?;
    passed += guide::follow(shell, &folder, &steps)?;
    let mut projects = vec![(GUIDES, folder)];
    for (name, placement) in PROJECTS {
        println!("\n-- {name}, for {placement} --");
        let folder = project(shell, &parent, name, placement, false)?;
        passed += project::test_and_build(shell, &folder, &steps)?;
        projects.push((placement, folder));
    }
    project::upgrade_page_files(shell, &projects[0].1)?;
    let mut signs_in = Vec::new();
    for (name, placement) in SIGN_IN {
        println!("\n-- {name}, for {placement}, with sign_in=true --");
        let folder = project(shell, &parent, name, placement, true)?;
        if signs_in.len() < 2 {
            passed += project::test(shell, &folder, &steps)?;
        } else {
            project::check(shell, &folder)?;
        }
        signs_in.push(folder);
    }
    passed += pages(shell, &projects, &project::build(shell, &signs_in[0], &[])?)?;
    // What failed stays, to be looked at; what went well need not.
    let _ = fs::remove_dir_all(&parent);
    Ok(Ran::Tests(passed))
}

/// A new project for a placement, with the framework of this checkout.
fn project(shell: &Shell, parent: &Path, name: &str, placement: &str, signs_in: bool) -> Result<PathBuf> {
    let chosen = placement;
    let (placement, sign_in) = (format!("placement={placement}"), format!("sign_in={signs_in}"));
    let folder = generate::project(shell, parent, name, &[&placement, &sign_in])?;
    same::check(&folder, name, chosen, signs_in)?;
    framework::use_this_checkout(&folder)?;
    Ok(folder)
}

/// The builds of the new projects in Chromium, with Playwright: those for release in the published host library's iframe, and
/// the one that signs in, in the simulator.
fn pages(shell: &Shell, projects: &[(&str, PathBuf)], signs_in: &Path) -> Result<usize> {
    let by_placement: Map<String, Value> =
        projects.iter().map(|(placement, folder)| ((*placement).to_owned(), json!(folder))).collect();
    let _projects = shell.push_env("TEMPLATE_PROJECTS", Value::Object(by_placement).to_string());
    let _signs_in = shell.push_env("TEMPLATE_SIGN_IN", signs_in);
    counted(&playwright::run(shell, "template.config.ts")?, counts::PLAYWRIGHT)
}

/// A new project for the placement of the guide, neither built nor tested. Returns its folder.
pub(crate) fn make_one(shell: &Shell, name: &str) -> Result<PathBuf> {
    set_up(shell)?;
    let parent = start(shell, folder(&workspace::root()?).with_extension(name))?;
    project(shell, &parent, name, GUIDES, false)
}

/// A new project for the placement of the guide, built for release and not tested. Returns its `dist`.
pub(crate) fn build_one(shell: &Shell) -> Result<PathBuf> {
    set_up(shell)?;
    let parent = start(shell, folder(&workspace::root()?).with_extension("weighed"))?;
    project::build(shell, &project(shell, &parent, "weighed", GUIDES, false)?, &["--release"])
}

/// Makes the folder for projects, with a copy of the repository in it and without what a run left that failed.
fn start(shell: &Shell, parent: PathBuf) -> Result<PathBuf> {
    shell.remove_path(&parent)?;
    println!("The new projects are made in {}.", parent.display());
    generate::copy(&workspace::root()?, &parent.join(generate::REPOSITORY))?;
    Ok(parent)
}

/// Where the projects are made: outside the checkout, since inside, Cargo would take them for forgotten members of
/// the workspace, and apply this project's own settings to them. The same for every run, so that Cargo finds again
/// what it has built; another for every checkout.
fn folder(root: &Path) -> PathBuf {
    let checkout = root.to_string_lossy().replace(|character: char| !character.is_alphanumeric(), "-");
    std::env::temp_dir().join(format!("yew-livechat-template{checkout}"))
}
