//! Every view of a page: narrow, usual and wide, before and after the host has sent its events, and with large text.

use std::time::Duration;

use livechat_protocol::{Driver, PlacementKind, Theme};

use super::{HEIGHT, Tools, USUAL, Visited, common, inform, setting, start};
use crate::check::extension::Page;
use crate::check::picture::Picture;
use crate::check::site::Network;
use crate::check::stage::{Setting, Stage};
use crate::check::table;
use crate::prelude::*;

/// The smallest width of the details panel.
const NARROW: u32 = 280;

/// WCAG, up to level AA.
const AXE_TAGS: &str = r#"["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]"#;

/// How late the content may appear and still count as late instead of missing.
const LATE: Duration = Duration::from_secs(5);

/// How much later than `plugin_inited` the content may appear: a few animation frames, which nobody sees.
const UNSEEN_MS: f64 = 50.0;

/// The largest width to look at.
fn wide(placement: PlacementKind) -> u32 {
    match placement {
        PlacementKind::Details | PlacementKind::MessageBox => 640,
        PlacementKind::Fullscreen | PlacementKind::Settings => 1280,
    }
}

pub(super) fn visit(tools: Tools<'_>, page: &Page, driver: Driver, theme: Theme) -> Result<Visited> {
    let network = if driver == Driver::Trusted { Network::Slow } else { Network::Fast };
    let setting = Setting { network, ..setting(page, driver, theme) };
    let mut stage = Stage::open(tools.chromium, tools.site, setting)?;
    let mut visited = Visited::default();
    let place = format!("{}, {driver} driver, {theme}", page.name());
    let runs = start(&mut stage)?;
    stage.within(LATE, |stage| Ok(stage.seen.loaded.is_none() || stage.seen.content.is_some()))?;
    starting(&stage, driver, &place, &mut visited);
    if runs && tools.looks {
        let mut views = Views { page, theme, tools, visited: &mut visited };
        views.look(&mut stage, "before any event", USUAL, false)?;
        inform(&mut stage, page.placement)?;
        for (name, width) in [("narrow", NARROW), ("usual width", USUAL), ("wide", wide(page.placement))] {
            views.look(&mut stage, name, width, false)?;
        }
        views.look(&mut stage, "text at 200 %", USUAL, true)?;
    } else if runs {
        inform(&mut stage, page.placement)?;
    } else if stage.seen.loaded.is_some() {
        // To see what is wrong.
        visited.pictures.push(Picture::take(&mut stage, page, "not started", theme, USUAL)?);
    }
    common(&stage, &place, &mut visited.findings);
    stage.close()?;
    Ok(visited)
}

/// How the extension started.
fn starting(stage: &Stage<'_>, driver: Driver, place: &str, visited: &mut Visited) {
    let (seen, findings) = (&stage.seen, &mut visited.findings);
    if seen.loaded.is_none() {
        findings.advise(
            &table::CONNECT,
            "the page does not finish loading",
            place,
            "let nothing but the page delay its `load` event: the host sends its handshake then",
        );
        return;
    }
    if driver == Driver::Trusted && seen.gave_up {
        findings.add(&table::CONNECT, "the handshake is not answered within 3 s of the iframe's `load` event", place);
    }
    match (seen.first("plugin_inited"), seen.content) {
        // The finding above says enough.
        (None, _) if seen.gave_up => {}
        (None, _) => findings.add(&table::CONTENT, "`plugin_inited` is not sent, so the host's loader stays", place),
        (Some(_), None) => {
            findings.add(&table::CONTENT, "`plugin_inited` is sent, and nothing appears on the page", place);
        }
        (Some(inited), Some(content)) if content > inited.at + UNSEEN_MS => {
            let what = "`plugin_inited` is sent before there is something to see";
            findings.add(&table::CONTENT, what, place);
        }
        (Some(_), Some(_)) => {}
    }
}

/// The views of a page.
struct Views<'a> {
    page: &'a Page,
    theme: Theme,
    tools: Tools<'a>,
    visited: &'a mut Visited,
}

impl Views<'_> {
    fn look(&mut self, stage: &mut Stage<'_>, name: &str, width: u32, is_large: bool) -> Result<()> {
        let Self { page, theme, tools, visited } = self;
        stage.resize(width, HEIGHT)?;
        stage.settle()?;
        if is_large {
            stage.inspect("enlarge()")?;
            stage.settle()?;
        }
        let place = format!("{}, {width} px, {theme}, {name}", page.name());
        for text in overflowing(stage)? {
            visited.findings.add(&table::OVERFLOW, text, &place);
        }
        for text in stage.list("cut()")? {
            visited.findings.add(&table::CUT, text, &place);
        }
        for text in stage.list("overlapping()")? {
            visited.findings.add(&table::OVERLAP, text, &place);
        }
        for text in stage.list("faint()")? {
            visited.findings.add(&table::CONTRAST, text, &place);
        }
        // The width changes nothing that axe looks at.
        if let (Some(axe), USUAL, false) = (tools.axe, width, is_large) {
            stage.load_axe(axe)?;
            for violation in stage.inspect(&format!("accessible({AXE_TAGS})"))?.as_array().into_iter().flatten() {
                let text = |member: &str| violation[member].as_str().unwrap_or_default();
                // The check of the contrast has found the same text.
                let is_known = text("id") == "color-contrast"
                    && visited.findings.0.iter().any(|finding| finding.check == &table::CONTRAST);
                if !is_known {
                    let what = format!("{}: {}", text("help"), text("html"));
                    visited.findings.advise(&table::AXE, what, &place, format!("follow {}", text("helpUrl")));
                }
            }
        }
        visited.pictures.push(Picture::take(stage, page, name, *theme, width)?);
        if is_large {
            stage.inspect("reduce()")?;
        }
        Ok(())
    }
}

/// What is wider than the page.
fn overflowing(stage: &mut Stage<'_>) -> Result<Vec<String>> {
    let list = stage.inspect("overflowing()")?;
    let text = |item: &serde_json::Value| {
        format!("{} is {} px outside of the page", item["what"].as_str().unwrap_or_default(), item["by"])
    };
    Ok(list.as_array().into_iter().flatten().map(text).collect())
}
