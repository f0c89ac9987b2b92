//! `cargo livechat build`: a release build of the project, ready for a server.

use std::time::Instant;

use clap::Args;

use super::{find, set_up};
use crate::headers::{self, Format};
use crate::prelude::*;
use crate::project::Project;
use crate::sizes::{self, grouped};
use crate::tools::{immediate_abort, npm_programs, shrink};
use crate::weights::{self, Weights};
use crate::{files, precompress, process, table};

/// The output folder.
pub(super) const DIST: &str = "dist";

/// A text that only development builds contain.
pub(crate) const OF_DEVELOPMENT: &str = "index.html does not include";

/// The arguments of `cargo livechat build`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Write the headers that the server must send, including this build's Content Security Policy, in the format of a
    /// server
    #[arg(long, value_enum, value_name = "SERVER")]
    headers: Option<Format>,
    /// The path of the page on its server, if it is not `/`
    #[arg(long, value_name = "PATH", conflicts_with = "existing")]
    public_url: Option<String>,
    /// Leave out everything that only panics need, which makes the extension smaller. A panic then has no message, no location
    /// and no panic screen
    #[arg(long, conflicts_with = "existing")]
    immediate_abort: bool,
    /// Use the release build in dist/ instead of building
    #[arg(long)]
    existing: bool,
}

/// Builds, compresses, and shows the sizes.
pub(crate) fn run(shell: &Shell, arguments: &Arguments) -> Result<()> {
    let project = find(shell)?;
    if !arguments.existing {
        build(shell, &project, arguments)?;
    }
    let dist = project.folder.join(DIST);
    check(&dist, "run `cargo livechat build` without `--existing`")?;
    let sizes = sizes(&dist)?;
    println!("\n{}\n", compared(&sizes, &project.kept().join("sizes.txt"))?);
    let copies = precompress::write(&dist)?;
    println!("{DIST}/ is ready, with {copies} compressed copies (.br, .gz) for servers that send them.");
    match arguments.headers {
        None => println!(
            "For the headers that the server must send, add `--headers nginx`, netlify, cloudflare, caddy or json."
        ),
        Some(format) => {
            let (text, file) = (headers::of(&dist, format)?, format.file(&dist, &project.kept()));
            fs::create_dir_all(file.parent().unwrap_or(&dist))?;
            fs::write(&file, &text)?;
            println!("The headers that the server must send are in {}:\n\n{text}", file.display());
        }
    }
    Ok(())
}

fn build(shell: &Shell, project: &Project, arguments: &Arguments) -> Result<()> {
    if arguments.immediate_abort {
        immediate_abort::ensure(shell)?;
    }
    set_up(shell, project, None)?;
    npm_programs::ensure(shell)?;
    shrink::ensure(shell, &project.kept().join("bin"))?;
    println!("Building {} for release. The first build takes some minutes.", project.name);
    let since = Instant::now();
    let public_url = arguments.public_url.iter().flat_map(|path| ["--public-url", path]);
    let build = cmd!(shell, "trunk build --release --dist {DIST} {public_url...}");
    process::run(if arguments.immediate_abort { immediate_abort::with(build) } else { build })?;
    println!("Built in {} seconds.", since.elapsed().as_secs());
    Ok(())
}

/// Builds with the default options.
pub(super) fn plain(shell: &Shell, project: &Project) -> Result<()> {
    build(shell, project, &Arguments { headers: None, public_url: None, immediate_abort: false, existing: false })
}

/// Fails unless the folder contains a release build, and says what to do instead.
pub(crate) fn check(dist: &Path, instead: &str) -> Result<()> {
    let modules = if dist.is_dir() { files::with_extension(dist, "wasm")? } else { Vec::new() };
    ensure!(dist.join("index.html").is_file() && !modules.is_empty(), "{} has no build; {instead}", dist.display());
    for module in modules {
        let bytes = fs::read(&module)?;
        ensure!(
            !bytes.windows(OF_DEVELOPMENT.len()).any(|window| window == OF_DEVELOPMENT.as_bytes()),
            "{} is a development build, not for servers; {instead}",
            module.display()
        );
    }
    Ok(())
}

/// Returns the sizes of the built files: raw, with gzip and with brotli.
fn sizes(dist: &Path) -> Result<Vec<(String, [usize; 3])>> {
    let mut sizes = sizes::by_file(dist)?;
    sizes.retain(|(name, _)| headers::is_site(Path::new(name)));
    Ok(sizes)
}

/// Returns the sizes as a table with the change since the last build, whose weights are in this file, and updates the
/// file.
fn compared(sizes: &[(String, [usize; 3])], file: &Path) -> Result<String> {
    let last = fs::read_to_string(file).ok().and_then(|text| weights::parse(&text));
    let brotli = sizes.iter().map(|(name, [_, _, brotli])| (name.clone(), *brotli));
    let now = weights::without_hashes(brotli)?;
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, weights::lines(&now))?;
    render(sizes, last.as_ref())
}

fn render(sizes: &[(String, [usize; 3])], last: Option<&Weights>) -> Result<String> {
    let change = |before: Option<usize>, now| last.map_or(String::new(), |_| weights::change(before, now));
    let mut rows = Vec::new();
    let mut total = [0; 3];
    for (name, bytes) in sizes {
        let plain = weights::without_hash(name)?;
        let before = last.and_then(|last| last.get(&plain).copied());
        let [raw, gzip, brotli] = bytes.map(grouped);
        rows.push([name.clone(), raw, gzip, brotli, change(before, bytes[2])]);
        total = std::array::from_fn(|kind| total[kind] + bytes[kind]);
    }
    let before = last.map(|last| last.values().sum());
    let [raw, gzip, brotli] = total.map(grouped);
    rows.push(["total".to_owned(), raw, gzip, brotli, change(before, total[2])]);
    Ok(table::render(["file", ">raw", ">gzip -9", ">brotli 11", ">since the last build"], &rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes_of(module: usize) -> Vec<(String, [usize; 3])> {
        let module = ("app-0123456789abcdef_bg.wasm".to_owned(), [3 * module, 2 * module, module]);
        vec![module, ("index.html".to_owned(), [9, 8, 7])]
    }

    #[test]
    fn sizes_are_compared_with_the_last_build_by_names_without_hashes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("livechat/sizes.txt");
        let first = compared(&sizes_of(1_000), &file).unwrap();
        assert!(!first.contains('+') && !first.contains("new"), "there was no build before: {first}");
        let same = compared(&sizes_of(1_000), &file).unwrap();
        assert_eq!(same, first, "nothing has changed");
        let second = compared(&sizes_of(2_500), &file).unwrap();
        let lines: Vec<&str> = second.lines().collect();
        assert!(lines[2].ends_with("2,500                +1,500"), "{second}");
        assert!(lines[3].ends_with('7'), "the page is the same: {second}");
        assert!(lines[4].starts_with("total") && lines[4].ends_with("2,507                +1,500"), "{second}");
        let mut third = sizes_of(2_400);
        third.push(("more.css".to_owned(), [5, 5, 5]));
        let third = compared(&third, &file).unwrap();
        assert!(third.contains("-100") && third.contains("new") && third.ends_with("-95"), "{third}");
    }

    #[test]
    fn a_development_build_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let dist = folder.path().join("dist");
        let says = |dist: &Path| check(dist, "build again").unwrap_err().to_string();
        assert!(says(&dist).ends_with("has no build; build again"));
        fs::create_dir(&dist).unwrap();
        fs::write(dist.join("index.html"), "").unwrap();
        assert!(says(&dist).contains("has no build"));
        fs::write(dist.join("app_bg.wasm"), "\0asm").unwrap();
        check(&dist, "").unwrap();
        fs::write(dist.join("app_bg.wasm"), format!("\0asm {OF_DEVELOPMENT} static/")).unwrap();
        assert!(says(&dist).contains("app_bg.wasm is a development build, not for servers; build again"));
    }

    #[test]
    fn the_words_of_a_development_build_are_those_of_the_framework() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/app/development/page_check.rs");
        assert!(fs::read_to_string(file).unwrap().contains(OF_DEVELOPMENT));
    }
}
