//! `cargo livechat doctor`: lists installed and missing tools, and how to get the missing ones.

use crate::doctor::{Finding, differs, missing, render, summary};
use crate::prelude::*;
use crate::project::Project;
use crate::tools::npm_programs::{self, Found};
use crate::tools::pinned::Pinned;
use crate::tools::{browser, on_path, pins, rust, version_of, wasm_target};

/// Looks for every tool. Fails if `cargo livechat dev` could not start. Outside a project it skips wasm-bindgen-cli,
/// whose version depends on the project.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let project = Project::find(shell);
    let lock = project.as_ref().ok().map(|project| project.workspace.join("Cargo.lock")).filter(|lock| lock.is_file());
    let wasm_bindgen = lock.map(|lock| pins::wasm_bindgen(&lock)).transpose()?;
    let findings = look(shell, wasm_bindgen.as_ref());
    println!("{}\n", render(&findings));
    if let Some(warning) = wasm_bindgen.as_ref().and_then(differs) {
        println!("{warning}\n");
    }
    match &project {
        Ok(project) => println!("The project is {}, in {}.", project.name, project.folder.display()),
        Err(error) => println!("No project: {error:#}."),
    }
    rust::check()?;
    ensure!(missing(&findings, true).is_empty(), summary("cargo livechat", &findings));
    println!("{}", summary("cargo livechat", &findings));
    Ok(())
}

fn look(shell: &Shell, wasm_bindgen: Option<&Pinned>) -> Vec<Finding> {
    let with = |tool, wanted, found, get: &str| Finding { tool, wanted, found, get: get.to_owned() };
    let at = |tool, wanted, path: Option<PathBuf>, get: &str| {
        // A program that can't report its version doesn't work either.
        let found = path.and_then(|path| Some((version_of(&path)?, path.display().to_string())));
        with(tool, wanted, found, get)
    };
    let pinned = |tool: &Pinned, wanted| {
        let found = tool.find().map(|folder| (tool.version.clone(), folder.display().to_string()));
        with(tool.name, wanted, found, &tool.by_hand())
    };
    let target = wasm_target::installed(shell).unwrap_or(false);
    let target = target.then(|| ("installed".to_owned(), "wasm32-unknown-unknown".to_owned()));
    let small = npm_programs::find().map(|found| {
        let place = match found {
            Found::OnPath => "on PATH".to_owned(),
            Found::In(folder) => folder.display().to_string(),
        };
        ("installed".to_owned(), place)
    });
    let mut findings = vec![
        at("rustc", "dev, test, build", on_path("rustc"), rust::BY_HAND),
        with("wasm target", "dev, test, build", target, wasm_target::BY_HAND),
        pinned(&pins::trunk(), "dev, build"),
    ];
    findings.extend(wasm_bindgen.map(|tool| pinned(tool, "dev, test, build")));
    findings.extend([
        with("wasm-opt, esbuild", "build", small, &npm_programs::by_hand()),
        at("npm", "build (to install these)", on_path("npm"), npm_programs::GET_NODE),
        at("Chromium", "test, check", browser::chromium(), browser::BY_HAND),
        at("ChromeDriver", "test", browser::chromedriver(), browser::BY_HAND),
    ]);
    findings
}
