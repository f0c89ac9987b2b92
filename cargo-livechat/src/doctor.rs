//! Reports installed and missing tools as a table and a sentence.

use crate::table;
use crate::tools::pinned::Pinned;

/// A tool and where it was found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its name.
    pub tool: &'static str,
    /// The commands that need it.
    pub wanted: &'static str,
    /// Its version and location, if found.
    pub found: Option<(String, String)>,
    /// How to get it.
    pub get: String,
}

/// Warns if the program on PATH doesn't match Cargo.lock: the two halves of wasm-bindgen speak a private format. The
/// commands here use the right version, but `trunk` and `cargo test` use the program on PATH.
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

/// Renders the findings as a table.
pub fn render(findings: &[Finding]) -> String {
    let row = |Finding { tool, wanted, found, get }: &Finding| {
        let (version, place) = found.clone().unwrap_or_else(|| ("missing".to_owned(), get.clone()));
        [(*tool).to_owned(), version, (*wanted).to_owned(), place]
    };
    let rows: Vec<_> = findings.iter().map(row).collect();
    table::render(["tool", "version", "wanted for", "where, or how to get it"], &rows)
}

/// Returns the missing tools, or only those that the command `dev` needs.
pub fn missing(findings: &[Finding], only_for_dev: bool) -> String {
    let is_missing = |finding: &&Finding| {
        finding.found.is_none() && (!only_for_dev || finding.wanted.split(", ").any(|command| command == "dev"))
    };
    findings.iter().filter(is_missing).map(|finding| finding.tool).collect::<Vec<_>>().join(", ")
}

/// Returns what to do next with `cargo xtask` or `cargo livechat`.
pub fn summary(program: &str, findings: &[Finding]) -> String {
    let (all, dev) = (missing(findings, false), missing(findings, true));
    if all.is_empty() {
        format!("Everything is installed. Next: `{program} dev`.")
    } else if dev.is_empty() {
        format!("`{program} dev` can start. Missing for other commands: {all}.")
    } else {
        format!("Missing for `{program} dev`: {dev}. It installs by itself what Cargo and rustup can install.")
    }
}
