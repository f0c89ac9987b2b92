//! `cargo livechat check`: checks the release build, and writes a report.

use std::process::exit;
use std::time::{Instant, SystemTime};

use clap::{Args, ValueEnum};

use super::{build, find};
use crate::check::extension::{self, Page};
use crate::check::report::{self, Report};
use crate::check::table::{self, Check};
use crate::check::{self, Chromium, Options};
use crate::files;
use crate::prelude::*;
use crate::project::Project;
use crate::sizes::grouped;
use crate::tools::{axe, pins};

/// The arguments of `cargo livechat check`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Check the release build in dist/, even if the source is newer
    #[arg(long)]
    existing: bool,
    /// An extension in the build: its placement, or its path and placement, such as `dashboard=fullscreen`; without this
    /// option, the source names them
    #[arg(long = "page", value_name = "[PATH=]PLACEMENT")]
    pages: Vec<Page>,
    /// The most kilobytes that the build may have, with brotli
    #[arg(long, value_name = "KB")]
    limit: Option<usize>,
    /// The Content Security Policy that your server sends, if it is not the one that `build --headers` writes
    #[arg(long, value_name = "POLICY")]
    policy: Option<String>,
    /// A folder with the answers of the extension's own server: `FOLDER/api/orders` answers requests for /api/orders
    #[arg(long, value_name = "FOLDER")]
    answers: Option<PathBuf>,
    /// Make only this check; may be given more than once
    #[arg(long, value_name = "CHECK", value_parser = named)]
    only: Vec<&'static Check>,
    /// Leave out this check; may be given more than once
    #[arg(long, value_name = "CHECK", value_parser = named, conflicts_with = "only")]
    skip: Vec<&'static Check>,
    /// What to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The folder for the report, which is a page with pictures, and JSON
    #[arg(long, value_name = "FOLDER")]
    report: Option<PathBuf>,
}

/// The format of the printed report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// The extensions of files that a build depends on.
const SOURCES: [&str; 7] = ["css", "html", "js", "lock", "rs", "svg", "toml"];

/// What to do without a release build.
const BUILD: &str = "run `cargo livechat build`";

/// The exit code if something was found.
const FOUND: i32 = 1;

/// Builds if needed, checks, and prints the report. Exits with an error code if there are findings.
pub(crate) fn run(shell: &Shell, arguments: &Arguments) -> Result<()> {
    let Arguments { existing, pages, limit, policy, answers, only, skip, format, report } = arguments;
    let project = find(shell)?;
    let pages = if pages.is_empty() { extension::in_source(&project.folder)? } else { pages.clone() };
    if let Some(answers) = answers {
        ensure!(answers.is_dir(), "there is no folder {} with answers; name another", answers.display());
    }
    let dist = project.folder.join(build::DIST);
    let is_outdated = !existing && is_outdated(&project, &dist)?;
    ensure!(
        !is_outdated || *format == Format::Text,
        "{} is missing or older than the source; run `cargo livechat build` first",
        dist.display()
    );
    if !is_outdated {
        build::check(&dist, BUILD)?;
    }
    // Before a build that takes minutes, since it may be missing.
    let chromium = Chromium::start()?;
    if is_outdated {
        build::plain(shell, &project)?;
        build::check(&dist, BUILD)?;
    }
    let lock = fs::read_to_string(project.lock(shell)?)?;
    let version =
        pins::locked_version(&lock, "yew-livechat")?.context("Cargo.lock has no yew-livechat; run `cargo check`")?;
    let script = if *format == Format::Text { axe::ensure(shell)? } else { axe::find() };
    let options = Options {
        name: &project.name,
        dist: &dist,
        pages,
        version: &version,
        policy: policy.clone(),
        answers: answers.clone(),
        limit: limit.map(|limit| limit * 1000),
        axe: script.map(fs::read_to_string).transpose()?,
        only: wanted(only, skip),
    };
    let folder = report.clone().unwrap_or_else(|| project.kept().join("check"));
    let since = Instant::now();
    if *format == Format::Text {
        let names: Vec<String> = options.pages.iter().map(Page::name).collect();
        println!("Checking {} in headless Chromium.\n", names.join(", "));
    }
    let mut report = check::run(&chromium, &options)?;
    drop(chromium);
    report.notes.extend(since_last_check(report.weight, &project.kept().join("checked.txt"))?);
    report::write(&report, &folder)?;
    show(&report, *format, &folder, since);
    if !report.findings.is_empty() {
        // The report is the message.
        exit(FOUND);
    }
    Ok(())
}

/// Parses the name of a check.
fn named(id: &str) -> Result<&'static Check, String> {
    table::of(id).ok_or_else(|| {
        let ids: Vec<&str> = table::ALL.iter().map(|check| check.id).collect();
        format!("the checks are {}", ids.join(", "))
    })
}

/// Returns the checks to make.
fn wanted(only: &[&'static Check], skip: &[&'static Check]) -> Vec<&'static Check> {
    let is_wanted = |check: &&'static Check| (only.is_empty() || only.contains(check)) && !skip.contains(check);
    table::ALL.iter().copied().filter(is_wanted).collect()
}

fn show(report: &Report, format: Format, folder: &Path, since: Instant) {
    match format {
        Format::Json => println!("{:#}", report::json(report)),
        Format::Text => {
            print!("{}", report::text(report));
            println!("Checked in {} s. The report: {}", since.elapsed().as_secs(), folder.join(report::PAGE).display());
        }
    }
}

/// Returns a remark if the build is heavier than the last one that was checked, whose weight is in this file, and updates
/// the file.
fn since_last_check(weight: usize, file: &Path) -> Result<Option<String>> {
    let last = fs::read_to_string(file).ok().and_then(|text| text.trim().parse::<usize>().ok());
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, format!("{weight}\n"))?;
    let grown = last.and_then(|last| weight.checked_sub(last)).filter(|bytes| *bytes > 0);
    Ok(grown.map(|bytes| {
        format!(
            "the build is {} bytes heavier than at the last check; with `--limit`, too much is a finding",
            grouped(bytes)
        )
    }))
}

/// Whether the build is missing, or a file of the project is newer.
fn is_outdated(project: &Project, dist: &Path) -> Result<bool> {
    let changed = |file: &Path| file.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let page = dist.join("index.html");
    if !page.is_file() {
        // A missing folder is built. A folder without a page is not a build, and is refused later.
        return Ok(!dist.exists());
    }
    let built = changed(&page);
    let tests = project.folder.join("tests");
    let is_source = |file: &PathBuf| {
        let extension = file.extension().unwrap_or_default();
        SOURCES.iter().any(|source| extension == *source) && !file.starts_with(&tests)
    };
    let mut sources = files::below(&project.folder)?.into_iter().filter(is_source);
    Ok(sources.any(|file| changed(&file) > built))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_chosen_or_left_out_by_name() {
        assert_eq!(wanted(&[], &[]), table::ALL);
        assert_eq!(wanted(&[named("axe").unwrap()], &[]), [&table::AXE]);
        let others = wanted(&[], &[&table::AXE, &table::WEIGHT]);
        assert!(others.len() == table::ALL.len() - 2 && !others.contains(&&table::AXE));
        assert!(named("axes").unwrap_err().starts_with("the checks are connect, content, "));
    }

    #[test]
    fn a_heavier_build_than_at_the_last_check_is_remarked_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kept/checked.txt");
        let remark = |weight| since_last_check(weight, &file).unwrap();
        assert_eq!(remark(90_000), None, "there was no check before");
        assert!(remark(91_500).unwrap().starts_with("the build is 1,500 bytes heavier than at the last check"));
        assert_eq!([remark(91_500), remark(80_000)], [None, None]);
    }

    #[test]
    fn a_build_is_outdated_if_its_source_is_newer() {
        let folder = tempfile::tempdir().unwrap();
        let project = Project {
            name: "shop".to_owned(),
            folder: folder.path().to_owned(),
            workspace: folder.path().to_owned(),
            target: folder.path().join("target"),
            signs_in: false,
        };
        let dist = folder.path().join("dist");
        let is_outdated = || is_outdated(&project, &dist).unwrap();
        assert!(is_outdated(), "there is no build");
        let write = |file: &str| {
            let file = folder.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "").unwrap();
            file
        };
        let made = write("src/main.rs").metadata().unwrap().modified().unwrap();
        let page = std::fs::File::options().write(true).open(write("dist/index.html")).unwrap();
        let minute = std::time::Duration::from_secs(60);
        page.set_modified(made + minute).unwrap();
        assert!(!is_outdated());
        page.set_modified(made - minute).unwrap();
        assert!(is_outdated());
        fs::remove_file(folder.path().join("src/main.rs")).unwrap();
        write("tests/browser.rs");
        write("notes.txt");
        assert!(!is_outdated(), "no build depends on tests and notes");
    }
}
