//! Checks a built folder: what a review for the marketplace, and the Agent App itself, would stumble over.
//!
//! | to find | look in |
//! |---|---|
//! | every check, why it matters and what to do | [`table`] |
//! | what the built files themselves show | `files_of_build` |
//! | what is done with a page in the browser | `visits` |
//! | the host around the extension, and the network | `stage`, `site` |
//! | how Chromium is started and driven | `browser` |
//! | the scripts for the host's page and the extension's | `page` |
//! | what the host sends | `customer` |
//! | the report as text, page and JSON | [`report`] |

mod browser;
mod customer;
pub mod extension;
mod files_of_build;
pub mod finding;
pub mod picture;
pub mod report;
mod seen;
mod site;
mod stage;
pub mod table;
mod visits;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

pub use self::browser::Chromium;
use self::extension::Page;
use self::finding::Findings;
use self::report::Report;
use self::site::Site;
use self::table::{Check, Visit};
use self::visits::{Tools, Visited, silent_failures, visit};
use crate::csp;
use crate::prelude::*;

/// How long an extension may take to start, if the host does not give up earlier.
const PATIENCE: Duration = Duration::from_secs(15);

/// How many pages are open at the same time. Most of the time is waiting.
const AT_ONCE: usize = 6;

/// What to check.
#[derive(Debug, Clone)]
pub struct Options<'a> {
    /// The name of the project.
    pub name: &'a str,
    /// The built folder.
    pub dist: &'a Path,
    /// Its extensions.
    pub pages: Vec<Page>,
    /// The version of yew-livechat that the application uses.
    pub version: &'a str,
    /// The Content Security Policy of the server, in place of the one for this build.
    pub policy: Option<String>,
    /// A folder with answers of the extension's own server.
    pub answers: Option<PathBuf>,
    /// The most bytes of all files with brotli.
    pub limit: Option<usize>,
    /// The source of axe, if it is installed.
    pub axe: Option<String>,
    /// Only these checks; all if empty.
    pub only: Vec<&'static Check>,
}

impl Options<'_> {
    fn wants(&self, check: &'static Check) -> bool {
        self.only.is_empty() || self.only.contains(&check)
    }
}

/// Checks the build in this Chromium.
///
/// # Errors
/// If the folder has no build, or Chromium exits.
pub fn run(chromium: &Chromium, options: &Options<'_>) -> Result<Report> {
    let Options { dist, pages, policy, answers, .. } = options;
    let policy = policy.clone().map_or_else(|| csp::of(dist), Ok)?;
    let site = Site::read(dist, policy, answers.clone())?;
    let mut findings = Findings::default();
    if options.wants(&table::DIALOGS) {
        files_of_build::dialogs(dist, &mut findings)?;
    }
    if options.wants(&table::VERSIONS) {
        files_of_build::versions(dist, options.version, &mut findings)?;
    }
    let weight = files_of_build::weight(dist)?;
    if let Some(limit) = options.limit.filter(|_| options.wants(&table::WEIGHT)) {
        files_of_build::too_heavy(weight, limit, &mut findings);
    }
    let is_wanted = |visit: &Visit| table::ALL.iter().any(|check| options.wants(check) && check.needs.contains(visit));
    let visits: Vec<Visit> = Visit::ALL.into_iter().filter(is_wanted).collect();
    let planned = pages.iter().enumerate().flat_map(|(page, _)| visits.iter().map(move |visit| (page, *visit)));
    let looks = [&table::OVERFLOW, &table::CUT, &table::OVERLAP, &table::CONTRAST, &table::AXE];
    let looks = looks.into_iter().any(|check| options.wants(check));
    let tools = Tools { chromium, site: &site, axe: options.axe.as_deref(), looks };
    let mut visited = all(tools, pages, planned.collect())?;
    let mut pictures = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let outcomes = |visit| visited.get(&(at, visit)).map(|visited| visited.outcomes.as_slice()).unwrap_or_default();
        silent_failures(page, outcomes(Visit::Clicks), outcomes(Visit::Refusals), &mut findings);
        for visit in Visit::ALL {
            let Some(visited) = visited.remove(&(at, visit)) else { continue };
            findings.extend(visited.findings);
            pictures.extend(visited.pictures);
        }
    }
    let mut findings = findings.0;
    findings.retain(|finding| options.wants(finding.check));
    findings.sort_by_key(|finding| table::ALL.iter().position(|check| *check == finding.check));
    let mut notes = Vec::new();
    if options.axe.is_none() && options.wants(&table::AXE) {
        notes.push(format!("axe has not run: {}", crate::tools::axe::BY_HAND));
    }
    Ok(Report {
        name: options.name.to_owned(),
        pages: pages.clone(),
        checks: table::ALL.iter().copied().filter(|check| options.wants(check)).collect(),
        findings,
        notes,
        pictures,
        weight,
    })
}

/// Makes the planned visits, several at once.
fn all(
    tools: Tools<'_>,
    pages: &[Page],
    planned: VecDeque<(usize, Visit)>,
) -> Result<BTreeMap<(usize, Visit), Visited>> {
    let (planned, done) = (Mutex::new(planned), Mutex::new(BTreeMap::new()));
    let work = || -> Result<()> {
        loop {
            let next = planned.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
            let Some((at, kind)) = next else { return Ok(()) };
            let Some(page) = pages.get(at) else { continue };
            let visited =
                visit(tools, page, kind).with_context(|| format!("cannot check {}, {kind:?}", page.name()))?;
            done.lock().unwrap_or_else(PoisonError::into_inner).insert((at, kind), visited);
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker
                .join()
                .map_err(|_| anyhow!("a thread of the check panicked; report the message above as a bug"))??;
        }
        anyhow::Ok(())
    })?;
    Ok(done.into_inner().unwrap_or_else(PoisonError::into_inner))
}
