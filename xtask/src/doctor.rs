//! `cargo xtask doctor`: what is there, and how to get what is not.

use crate::prelude::*;
use crate::table;
use crate::tools::pinned::Pinned;
use crate::tools::{browser, engines, npm, on_path, pins, version_of, wasm_target};

/// One tool, looked for.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its name.
    pub tool: &'static str,
    /// Which commands want it.
    pub wanted: &'static str,
    /// Its version and where it is.
    pub found: Option<(String, String)>,
    /// How to get it.
    pub get: String,
}

/// Looks for everything. Fails if `cargo xtask dev` could not start.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let findings = look(shell)?;
    println!("{}\n", render(&findings));
    if let Some(warning) = differs(&pins::wasm_bindgen()?) {
        println!("{warning}\n");
    }
    ensure!(missing(&findings, true).is_empty(), summary(&findings));
    println!("{}", summary(&findings));
    Ok(())
}

fn look(shell: &Shell) -> Result<Vec<Finding>> {
    let installed = |is: bool, place: &str| is.then(|| ("installed".to_owned(), place.to_owned()));
    let packages = installed(npm::is_fresh(&npm::folder()?), "tests/e2e");
    let target = installed(wasm_target::installed(shell).unwrap_or(false), "wasm32-unknown-unknown");
    let ci = "npm ci   (in tests/e2e)";
    let with = |tool, wanted, found, get: &str| Finding { tool, wanted, found, get: get.to_owned() };
    let at = |tool, wanted, path: Option<PathBuf>, get: &str| {
        // A program that cannot say its version does not work either.
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

/// The two halves of wasm-bindgen speak a private format: what a person types fails if Cargo.lock has another version than the
/// program on PATH. The commands here put the right one first.
pub fn differs(wasm_bindgen: &Pinned) -> Option<String> {
    let (program, version) = wasm_bindgen.other_on_path()?;
    Some(format!(
        "{} is version {version}, and Cargo.lock has wasm-bindgen {}. `trunk` and `cargo test` that you type yourself need them \
         equal: run `cargo install --locked {}`.",
        program.display(),
        wasm_bindgen.version,
        wasm_bindgen.package()
    ))
}

/// A table.
pub fn render(findings: &[Finding]) -> String {
    let row = |Finding { tool, wanted, found, get }: &Finding| {
        let (version, place) = found.clone().unwrap_or_else(|| ("missing".to_owned(), get.clone()));
        [(*tool).to_owned(), version, (*wanted).to_owned(), place]
    };
    let rows: Vec<_> = findings.iter().map(row).collect();
    table::render(["tool", "version", "wanted for", "where, or how to get it"], &rows)
}

/// What is missing, or only what `cargo xtask dev` misses.
pub fn missing(findings: &[Finding], only_for_dev: bool) -> String {
    let is_missing = |finding: &&Finding| {
        finding.found.is_none() && (!only_for_dev || finding.wanted.split(", ").any(|command| command == "dev"))
    };
    findings.iter().filter(is_missing).map(|finding| finding.tool).collect::<Vec<_>>().join(", ")
}

/// What to do next.
pub fn summary(findings: &[Finding]) -> String {
    let (all, dev) = (missing(findings, false), missing(findings, true));
    if all.is_empty() {
        "Everything is there. Next: `cargo xtask dev`.".to_owned()
    } else if dev.is_empty() {
        format!("`cargo xtask dev` can start. Missing for other commands: {all}.")
    } else {
        format!("Missing for `cargo xtask dev`: {dev}. It installs what Cargo and rustup can install by itself.")
    }
}
