//! The whole way of a newcomer, for each placement: `cargo generate`, tests, a release build, a host page, the
//! simulator; except that the projects use this checkout of the framework and not the published one.
//!
//! The commands are those of the guide's first page, as they stand there: a page that leaves one out, or names one that
//! does not work, fails.

mod framework_tag;
mod generate;
mod guide;
mod other_workspace;
mod pages;
mod project;
mod this_checkout;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

use self::other_workspace::OtherWorkspace;
use super::Ran;
use crate::guide::commands;
use crate::tools::browser::{self, Browser};
use crate::tools::cargo_generate;
use crate::{release, workspace};

/// The placement of the guide's project.
const GUIDES: &str = "details";

/// A project for each of the other placements. The names are of the kinds that make trouble: keywords, digits.
const PROJECTS: [(&str, &str); 3] = [("match", "message_box"), ("my-app-2", "fullscreen"), ("self", "settings")];

/// The folders to put on PATH, cargo-generate's first, and the browser.
pub(super) fn set_up(shell: &Shell) -> Result<(Vec<PathBuf>, Browser)> {
    let mut programs = vec![cargo_generate::cargo_generate().ensure(shell)?];
    programs.extend(release::set_up(shell)?);
    Ok((programs, browser::ensure(shell)?))
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let tools = set_up(shell)?;
    let (programs, _) = &tools;
    let root = workspace::root()?;
    framework_tag::check(&root)?;
    let commands = commands::read(&root)?;
    guide::check_tools(&commands)?;

    let parent = folder(&root);
    // Left over from a run that failed.
    let _ = fs::remove_dir_all(&parent);
    fs::create_dir_all(&parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
    println!("The new projects are made in {}.", parent.display());
    let repository = parent.join("repository");
    generate::repository(&repository)?;
    let mut passed = generate::refusals(shell, programs, &repository, &parent.join("refused"))?;
    println!("\n-- as in the guide, for {GUIDES}, in a folder that is a workspace --");
    let workspace = OtherWorkspace::new(&parent.join("workspace"))?;
    let folder = guide::generate(shell, programs, &commands, &repository, workspace.folder())?;
    workspace.check_unchanged()?;
    generate::check(&folder)?;
    let mut projects = vec![(GUIDES, folder)];
    for (name, placement) in PROJECTS {
        println!("\n-- {name}, for {placement} --");
        projects.push((placement, generate::project(shell, programs, &repository, &parent, (name, placement))?));
    }
    for (placement, folder) in &projects {
        println!("\n-- trying the one for {placement} --");
        this_checkout::use_this_checkout(folder)?;
        passed += project::try_and_build(shell, programs, folder, &commands)?;
    }
    passed += pages::run(shell, &tools, &projects, &commands.serve)?;
    // What failed stays, to be looked at; what went well need not.
    let _ = fs::remove_dir_all(&parent);
    Ok(Ran::Tests(passed))
}

/// A new project for the placement of the guide, built for release and not tried. Returns its `dist`.
pub(crate) fn build_one(shell: &Shell) -> Result<PathBuf> {
    let (programs, _) = set_up(shell)?;
    let root = workspace::root()?;
    let parent = folder(&root).with_extension("weighed");
    // Left over from a run that failed.
    let _ = fs::remove_dir_all(&parent);
    fs::create_dir_all(&parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
    let repository = parent.join("repository");
    generate::repository(&repository)?;
    let project = generate::project(shell, &programs, &repository, &parent, ("weighed", GUIDES))?;
    this_checkout::use_this_checkout(&project)?;
    project::build(shell, &programs, &project)?;
    Ok(project.join("dist"))
}

/// Where the projects are made: outside the checkout, since inside, Cargo would take them for forgotten members of
/// the workspace, and apply this project's own settings to them. The same for every run, so that Cargo finds again
/// what it has built; another for every checkout.
fn folder(root: &Path) -> PathBuf {
    let checkout: String = root
        .to_string_lossy()
        .chars()
        .map(|character| if character.is_alphanumeric() { character } else { '-' })
        .collect();
    std::env::temp_dir().join(format!("yew-livechat-template{checkout}"))
}
