//! The whole path of a new user, for each placement: `cargo livechat new` or `cargo generate`, tests, a release build,
//! a host page, the simulator. The projects use this checkout of the framework instead of the published one.
//!
//! For the guide's project, the test follows every step of the guide's first page. It fails if the page skips a step,
//! names a command that does not work, or changes what a test asserts.

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

/// A project for each of the other placements. Keywords and digits in names are likely to cause trouble.
const PROJECTS: [(&str, &str); 3] = [("match", "message_box"), ("my-app-2", "fullscreen"), ("self", "settings")];

/// Projects with sign-in. The first two contain every file that differs between placements: they are tested, and the
/// others only checked.
const SIGN_IN: [(&str, &str); 4] =
    [("sign-in", "details"), ("tags", "fullscreen"), ("replies", "message_box"), ("shops", "settings")];

/// An existing workspace. To Cargo, a nested workspace is an error if it is one of the members.
const OTHER_WORKSPACE: &str = "[workspace]\nresolver = \"3\"\n# A comment, which would be lost.\nmembers = []\n";

pub(super) fn set_up(shell: &Shell) -> Result<()> {
    pins::cargo_generate().ensure(shell)?;
    release::set_up(shell)?;
    livechat::ensure(shell)?;
    browser::ensure(shell)?;
    crate::check::set_up(shell)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let root = workspace::root()?;
    framework::check_tag(&root)?;
    let steps = steps::read(&root)?;
    guide::check_tools(&steps)?;

    let parent = start(shell, folder(&root))?;
    let mut passed = generate::refusals(shell, &parent)?;
    // `cargo livechat new` creates the guide's project.
    generate::project(shell, &parent, "generated", &[&format!("placement={GUIDES}"), "sign_in=false"])
        .and_then(|folder| same::check(&folder, "generated", GUIDES, false))?;
    println!("\n-- as in the guide, for {GUIDES}, in a folder that is a workspace --");
    let workspace = parent.join("workspace");
    shell.write_file(workspace.join("Cargo.toml"), OTHER_WORKSPACE)?;
    let folder = guide::new(shell, &steps, &workspace)?;
    ensure!(
        shell.read_file(workspace.join("Cargo.toml"))? == OTHER_WORKSPACE,
        "`cargo livechat new` has modified the workspace around the project"
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
    // Failed projects stay for inspection; the others are removed.
    let _ = fs::remove_dir_all(&parent);
    Ok(Ran::Tests(passed))
}

/// Creates a project for a placement, with this checkout's framework.
fn project(shell: &Shell, parent: &Path, name: &str, placement: &str, signs_in: bool) -> Result<PathBuf> {
    let chosen = placement;
    let (placement, sign_in) = (format!("placement={placement}"), format!("sign_in={signs_in}"));
    let folder = generate::project(shell, parent, name, &[&placement, &sign_in])?;
    same::check(&folder, name, chosen, signs_in)?;
    framework::use_this_checkout(&folder)?;
    Ok(folder)
}

/// Tests the new projects' builds in Chromium, with Playwright: release builds in the published host library's iframe,
/// and the one with sign-in in the simulator.
fn pages(shell: &Shell, projects: &[(&str, PathBuf)], signs_in: &Path) -> Result<usize> {
    let by_placement: Map<String, Value> =
        projects.iter().map(|(placement, folder)| ((*placement).to_owned(), json!(folder))).collect();
    let _projects = shell.push_env("TEMPLATE_PROJECTS", Value::Object(by_placement).to_string());
    let _signs_in = shell.push_env("TEMPLATE_SIGN_IN", signs_in);
    counted(&playwright::run(shell, "template.config.ts")?, counts::PLAYWRIGHT)
}

/// Creates a project for the guide's placement without building it. Returns its folder.
pub(crate) fn make_one(shell: &Shell, name: &str) -> Result<PathBuf> {
    set_up(shell)?;
    let parent = start(shell, folder(&workspace::root()?).with_extension(name))?;
    project(shell, &parent, name, GUIDES, false)
}

/// Creates a project for the guide's placement, and builds it for release. Returns its `dist`.
pub(crate) fn build_one(shell: &Shell) -> Result<PathBuf> {
    set_up(shell)?;
    let parent = start(shell, folder(&workspace::root()?).with_extension("weighed"))?;
    project::build(shell, &project(shell, &parent, "weighed", GUIDES, false)?, &["--release"])
}

/// Creates the folder for projects with a copy of the repository, after removing leftovers of a failed run.
fn start(shell: &Shell, parent: PathBuf) -> Result<PathBuf> {
    shell.remove_path(&parent)?;
    println!("The new projects are made in {}.", parent.display());
    generate::copy(&workspace::root()?, &parent.join(generate::REPOSITORY))?;
    Ok(parent)
}

/// The folder for projects. It is outside the checkout, where Cargo would mistake them for forgotten workspace members
/// and apply this project's settings. Every run uses the same folder, so that Cargo can reuse builds; every checkout
/// uses another.
fn folder(root: &Path) -> PathBuf {
    let checkout = root.to_string_lossy().replace(|character: char| !character.is_alphanumeric(), "-");
    std::env::temp_dir().join(format!("yew-livechat-template{checkout}"))
}
