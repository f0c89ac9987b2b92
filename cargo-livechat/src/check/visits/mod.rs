//! What the check does with a page in the browser.

mod clicks;
mod keyboard;
mod stranger;
mod views;

use livechat_protocol::{Driver, PlacementKind, Theme};

use super::browser::Chromium;
use super::customer;
use super::extension::Page;
use super::finding::Findings;
use super::picture::Picture;
use super::site::{Network, Site};
use super::stage::{AGENT_APP, STRANGER, Setting, Stage};
use super::table::{self, Visit};
use crate::prelude::*;

pub(super) use self::clicks::{Outcome, silent_failures};

/// The height of the extension's iframe.
pub(super) const HEIGHT: u32 = 800;
/// The usual width of the details panel.
pub(super) const USUAL: u32 = 320;

/// What a visit has found.
#[derive(Debug, Default)]
pub(super) struct Visited {
    pub(super) findings: Findings,
    pub(super) pictures: Vec<Picture>,
    /// The outcome of each click.
    pub(super) outcomes: Vec<Outcome>,
}

/// What a visit needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tools<'a> {
    pub(super) chromium: &'a Chromium,
    pub(super) site: &'a Site,
    /// The source of axe, if it is there.
    pub(super) axe: Option<&'a str>,
    /// Whether a check looks at the views, and not only at the start.
    pub(super) looks: bool,
}

/// Visits the page once.
pub(super) fn visit(tools: Tools<'_>, page: &Page, visit: Visit) -> Result<Visited> {
    match visit {
        Visit::TrustedLight => views::visit(tools, page, Driver::Trusted, Theme::Light),
        Visit::PlainDark => views::visit(tools, page, Driver::Plain, Theme::Dark),
        Visit::TrustedStranger => stranger::visit(tools, page, Driver::Trusted),
        Visit::PlainStranger => stranger::visit(tools, page, Driver::Plain),
        Visit::Clicks => clicks::visit(tools, page, false),
        Visit::Refusals => clicks::visit(tools, page, true),
    }
}

/// The setting of most visits.
fn setting(page: &Page, driver: Driver, theme: Theme) -> Setting {
    Setting {
        path: page.path.clone(),
        driver,
        theme,
        network: Network::Fast,
        host: AGENT_APP,
        with_policy: true,
        refuses: false,
        size: (USUAL, HEIGHT),
    }
}

/// Waits until the extension runs, as long as the host does.
fn start(stage: &mut Stage<'_>) -> Result<bool> {
    let runs = stage.within(super::PATIENCE, |stage| {
        Ok(stage.seen.gave_up || (stage.is_connected() && stage.seen.first("plugin_inited").is_some()))
    })?;
    stage.settle()?;
    Ok(runs && !stage.seen.gave_up)
}

/// Sends the events of the page's placement.
fn inform(stage: &mut Stage<'_>, placement: PlacementKind) -> Result<()> {
    if placement == PlacementKind::Details {
        stage.push("authorize", customer::session())?;
    }
    for (name, data) in customer::events(placement) {
        stage.push(name, data)?;
    }
    stage.settle()?;
    if stage.seen.first("watch_messages").is_some() {
        stage.push("message", customer::message())?;
        stage.settle()?;
    }
    Ok(())
}

/// Adds what every visit with the Agent App can find.
fn common(stage: &Stage<'_>, place: &str, findings: &mut Findings) {
    let seen = &stage.seen;
    for text in &seen.console {
        findings.add(&table::CONSOLE, text, place);
    }
    for violation in &seen.violations {
        let (what, advice) = violation.described();
        findings.advise(&table::POLICY, what, place, advice);
    }
    for (name, text) in &seen.dialogs {
        findings.add(&table::DIALOGS, format!("`{name}` is called with “{text}”"), place);
    }
    for (method, url) in &seen.requests {
        for secret in customer::secrets_in(url) {
            let path = url.split(['?', '#']).next().unwrap_or(url);
            findings.add(&table::SECRETS, format!("the address of {method} {path} contains {secret}"), place);
        }
    }
}

/// A page of a stranger around the extension.
fn strange(page: &Page, driver: Driver) -> Setting {
    Setting { host: STRANGER, with_policy: false, ..setting(page, driver, Theme::Light) }
}
