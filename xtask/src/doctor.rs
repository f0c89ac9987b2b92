//! `cargo xtask doctor`: what is there, and how to get what is not.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use xshell::Shell;

use crate::table::{self, Align};
use crate::tools::pinned::Pinned;
use crate::tools::{browser, cargo_generate, mdbook, npm, on_path, trunk, version_of, wasm_bindgen, wasm_target};

/// One tool, looked for.
#[derive(Debug, Clone)]
struct Finding {
    tool: &'static str,
    /// Its version, or `None` if it is missing.
    found: Option<String>,
    /// Which commands want it.
    wanted: &'static str,
    /// Where it is, or how to get it.
    remark: String,
}

impl Finding {
    fn needed_for_dev(&self) -> bool {
        self.wanted.split(", ").any(|command| command == "dev")
    }
}

/// Looks for everything. Fails if `cargo xtask dev` could not start.
pub(crate) fn run(shell: &Shell) -> Result<ExitCode> {
    let findings = look(shell)?;
    println!("{}", render(&findings));
    println!("\n{}", summary(&findings));
    Ok(exit_code(&findings))
}

fn look(shell: &Shell) -> Result<Vec<Finding>> {
    let (packages, install) = match npm::packages(&npm::folder()?) {
        npm::Packages::Fresh => (Some("installed".to_owned()), "tests/e2e"),
        npm::Packages::Stale => (None, "npm ci   (in tests/e2e)"),
        npm::Packages::NoLockFile => (None, "npm install   (in tests/e2e; package-lock.json is missing)"),
    };
    let wasm_opt = npm::programs()?.join("wasm-opt");
    let wasm_target = wasm_target::installed(shell).unwrap_or(false).then(|| "installed".to_owned());
    Ok(vec![
        on_path_or("rustc", "dev, test, build", "install Rust from https://rustup.rs"),
        Finding {
            tool: "wasm target",
            remark: if wasm_target.is_some() {
                "wasm32-unknown-unknown".to_owned()
            } else {
                wasm_target::BY_HAND.to_owned()
            },
            found: wasm_target,
            wanted: "dev, test, build",
        },
        pinned(trunk::trunk(), "dev, test, build"),
        pinned(wasm_bindgen::wasm_bindgen()?, "dev, test, build"),
        on_path_or("node", "test, build", npm::GET_NODE),
        on_path_or("npm", "test, build", npm::GET_NODE),
        Finding { tool: "npm packages", found: packages, wanted: "test, build", remark: install.to_owned() },
        at("wasm-opt", Some(&wasm_opt), "test, build", "npm ci   (in tests/e2e)"),
        at("Chromium", browser::chromium().as_deref(), "test", browser::BY_HAND),
        at("ChromeDriver", browser::chromedriver().as_deref(), "test", browser::BY_HAND),
        pinned(cargo_generate::cargo_generate(), "test"),
        pinned(mdbook::mdbook(), "docs, test"),
        on_path_or("cargo-nextest", "test (optional)", "cargo install --locked cargo-nextest"),
    ])
}

fn pinned(tool: Pinned, wanted: &'static str) -> Finding {
    let folder = tool.find();
    Finding {
        tool: tool.name,
        remark: folder.as_ref().map_or_else(|| tool.by_hand(), |folder| folder.display().to_string()),
        found: folder.map(|_| tool.version),
        wanted,
    }
}

fn on_path_or(tool: &'static str, wanted: &'static str, get: &str) -> Finding {
    at(tool, on_path(tool).as_deref(), wanted, get)
}

fn at(tool: &'static str, path: Option<&Path>, wanted: &'static str, get: &str) -> Finding {
    // A program that cannot say its version does not work either.
    match path.and_then(|path| Some((path, version_of(path)?))) {
        Some((path, version)) => Finding { tool, found: Some(version), wanted, remark: path.display().to_string() },
        None => Finding { tool, found: None, wanted, remark: get.to_owned() },
    }
}

fn render(findings: &[Finding]) -> String {
    let rows: Vec<_> = findings
        .iter()
        .map(|finding| {
            [
                finding.tool.to_owned(),
                finding.found.clone().unwrap_or_else(|| "missing".to_owned()),
                finding.wanted.to_owned(),
                finding.remark.clone(),
            ]
        })
        .collect();
    table::render(
        [
            ("tool", Align::Left),
            ("version", Align::Left),
            ("wanted for", Align::Left),
            ("where, or how to get it", Align::Left),
        ],
        &rows,
    )
}

fn missing(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| finding.found.is_none())
}

fn summary(findings: &[Finding]) -> String {
    let names = |only_dev: bool| {
        missing(findings)
            .filter(|finding| !only_dev || finding.needed_for_dev())
            .map(|finding| finding.tool)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (all, dev) = (names(false), names(true));
    if all.is_empty() {
        "Everything is there. Next: `cargo xtask dev`.".to_owned()
    } else if dev.is_empty() {
        format!("`cargo xtask dev` can start. Missing for other commands: {all}.")
    } else {
        format!("Missing for `cargo xtask dev`: {dev}. It installs what Cargo and rustup can install by itself.")
    }
}

fn exit_code(findings: &[Finding]) -> ExitCode {
    if missing(findings).any(Finding::needed_for_dev) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(tool: &'static str, found: bool, wanted: &'static str) -> Finding {
        Finding { tool, found: found.then(|| "1.0".to_owned()), wanted, remark: format!("get {tool}") }
    }

    #[test]
    fn only_what_dev_needs_makes_it_fail() {
        let fine = finding("rustc", true, "dev, test");
        let no_browser = [fine.clone(), finding("Chromium", false, "test")];
        assert_eq!(exit_code(&no_browser), ExitCode::SUCCESS);
        assert!(summary(&no_browser).contains("can start"));
        assert!(summary(&no_browser).contains("Chromium"));

        let no_trunk = [fine.clone(), finding("trunk", false, "dev, test")];
        assert_eq!(exit_code(&no_trunk), ExitCode::FAILURE);
        assert!(summary(&no_trunk).starts_with("Missing for `cargo xtask dev`: trunk."));

        assert_eq!(exit_code(std::slice::from_ref(&fine)), ExitCode::SUCCESS);
        assert!(summary(&[fine]).starts_with("Everything is there"));
    }

    #[test]
    fn what_is_missing_is_shown_with_how_to_get_it() {
        let text = render(&[finding("trunk", false, "dev")]);
        let line = text.lines().last().unwrap();
        assert!(line.contains("missing") && line.contains("get trunk"), "{text}");
    }
}
