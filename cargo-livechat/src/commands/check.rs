//! `cargo livechat check`: checks the release build, and writes a report.

use std::process::exit;
use std::time::{Instant, SystemTime};

use clap::{Args, ValueEnum};

use super::{build, find};
use crate::check::extension::{self, Page};
use crate::check::report::{self, Report};
use crate::check::{self, Chromium, Options};
use crate::files;
use crate::prelude::*;
use crate::project::Project;
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
    let Arguments { existing, pages, limit, policy, answers, format, report } = arguments;
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
    let version = pins::locked_version(&lock, "yew-livechat")?.context("Cargo.lock has no yew-livechat; run `cargo check`")?;
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
        only: Vec::new(),
    };
    let folder = report.clone().unwrap_or_else(|| project.kept().join("check"));
    let since = Instant::now();
    if *format == Format::Text {
        let names: Vec<String> = options.pages.iter().map(Page::name).collect();
        println!("Checking {} in headless Chromium.\n", names.join(", "));
    }
    let report = check::run(&chromium, &options)?;
    drop(chromium);
    report::write(&report, &folder)?;
    show(&report, *format, &folder, since);
    if !report.findings.is_empty() {
        // The report is the message.
        exit(FOUND);
    }
    Ok(())
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

/// Whether the build is missing, or a file of the project is newer.
fn is_outdated(project: &Project, dist: &Path) -> Result<bool> {
    let changed = |file: &Path| file.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let page = dist.join("index.html");
    if !page.is_file() {
        // A folder without a page is refused, unless there is none.
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
