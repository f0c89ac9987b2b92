//! `cargo xtask doctor`: lists installed and missing tools, and how to get the missing ones.

use cargo_livechat::doctor::{Finding, differs, missing, render, summary};

use crate::prelude::*;
use crate::tools::pinned::Pinned;
use crate::tools::{browser, engines, npm, on_path, pins, version_of, wasm_target};

/// Looks for every tool. Fails if `cargo xtask dev` could not start.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let findings = look(shell)?;
    println!("{}\n", render(&findings));
    if let Some(warning) = differs(&pins::wasm_bindgen()?) {
        println!("{warning}\n");
    }
    ensure!(missing(&findings, true).is_empty(), summary("cargo xtask", &findings));
    println!("{}", summary("cargo xtask", &findings));
    Ok(())
}

fn look(shell: &Shell) -> Result<Vec<Finding>> {
    let installed = |is: bool, place: &str| is.then(|| ("installed".to_owned(), place.to_owned()));
    let packages = installed(npm::is_fresh(&npm::folder()?), "tests/e2e");
    let target = installed(wasm_target::installed(shell).unwrap_or(false), "wasm32-unknown-unknown");
    let ci = "npm ci   (in tests/e2e)";
    let with = |tool, wanted, found, get: &str| Finding { tool, wanted, found, get: get.to_owned() };
    let at = |tool, wanted, path: Option<PathBuf>, get: &str| {
        // A program that can't report its version doesn't work either.
        let found = path.and_then(|path| Some((version_of(&path)?, path.display().to_string())));
        with(tool, wanted, found, get)
    };
    let pinned = |tool: Pinned, wanted| {
        let found = tool.find().map(|folder| (tool.version.clone(), folder.display().to_string()));
        with(tool.name, wanted, found, &tool.by_hand())
    };
    Ok(vec![
        at("rustc", "dev, test, build", on_path("rustc"), "install Rust from https://rustup.rs"),
        with("wasm target", "dev, test, build", target, wasm_target::BY_HAND),
        pinned(pins::trunk(), "dev, test, build"),
        pinned(pins::wasm_bindgen()?, "dev, test, build"),
        at("node", "test, build", on_path("node"), npm::GET_NODE),
        at("npm", "test, build", on_path("npm"), npm::GET_NODE),
        with("npm packages", "test, build", packages, ci),
        at("wasm-opt", "test, build", Some(npm::programs()?.join("wasm-opt")), ci),
        at("esbuild", "test, build", Some(npm::programs()?.join("esbuild")), ci),
        at("Chromium", "test", browser::chromium(), browser::BY_HAND),
        at("ChromeDriver", "test", browser::chromedriver(), browser::BY_HAND),
        at("Firefox", "test (optional)", engines::firefox(), engines::BY_HAND),
        pinned(pins::geckodriver(), "test (optional)"),
        with("WebKit", "test (optional)", engines::webkit(), engines::BY_HAND),
        pinned(pins::cargo_generate(), "test"),
        pinned(pins::mdbook(), "docs, test"),
        at("cargo-nextest", "test (optional)", on_path("cargo-nextest"), "cargo install --locked cargo-nextest"),
    ])
}
