//! `cargo xtask additions`: what the features `sign-in` and `api` add to the smallest extension, and the limits.

use crate::prelude::*;
use crate::{process, release, sizes, table, workspace};

/// A build of `bench/extensions/smallest`: its program, its feature, whether its page signs in, and how many bytes it
/// may add to the previous one.
struct Build {
    program: &'static str,
    feature: &'static str,
    signs_in: bool,
    limit: usize,
}

const BUILDS: [Build; 3] = [
    Build { program: "smallest", feature: "", signs_in: false, limit: usize::MAX },
    Build { program: "smallest-sign-in", feature: "sign-in", signs_in: true, limit: 8000 },
    Build { program: "smallest-api", feature: "api", signs_in: true, limit: 10_000 },
];

/// Installs the tools, and weighs.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    check(shell)
}

/// Builds all of them, and fails if a feature adds more than its limit. Sizes are those of page, script and WebAssembly
/// with brotli, shrunk as in a release build.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    println!("Building the smallest extension three times for release. This takes about three minutes.");
    let mut before = None;
    let mut rows = Vec::new();
    let mut is_within = true;
    for build in &BUILDS {
        let weighs = weigh(shell, build)?;
        if let Some(before) = before {
            let adds = weighs.saturating_sub(before);
            is_within &= adds <= build.limit;
            rows.push([build.feature.to_owned(), sizes::grouped(adds), sizes::grouped(build.limit)]);
        }
        before = Some(weighs);
    }
    let table = table::render(["feature", ">adds", ">limit"], &rows);
    ensure!(is_within, "a feature adds more to the smallest extension than its limit:\n\n{table}\n\nMake it smaller.");
    println!("{table}");
    Ok(())
}

/// The bytes over the wire of this build.
fn weigh(shell: &Shell, build: &Build) -> Result<usize> {
    let Build { program, feature, signs_in, .. } = build;
    process::run(cmd!(
        shell,
        "cargo build --release --target wasm32-unknown-unknown --package smallest-extension --bin {program} --features {feature}"
    ))?;
    let wasm = workspace::target()?.join(format!("wasm32-unknown-unknown/release/{program}.wasm"));
    let folder = workspace::root()?.join("target/smallest").join(program);
    shell.remove_path(&folder)?;
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript --out-dir {folder} {wasm}"))?;
    fs::write(folder.join("index.html"), page(program, *signs_in)?)?;
    process::run(cmd!(shell, "livechat-shrink {folder}"))?;
    sizes::brotli_of(&folder)
}

/// The page of an extension, as Trunk would build it.
fn page(program: &str, signs_in: bool) -> Result<String> {
    let scripts = if signs_in { &["prelude", "sign-in", "start"][..] } else { &["prelude", "start"] };
    let mut head = String::new();
    for script in scripts {
        let text = fs::read_to_string(workspace::root()?.join(format!("static/{script}.js")))?;
        head += &format!("<script>{text}</script>\n");
    }
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n{head}\
         <script>yewLivechat.start(() => import(\"/{program}.js\"), fetch(\"/{program}_bg.wasm\"))</script>\
         </head><body></body></html>\n"
    ))
}
