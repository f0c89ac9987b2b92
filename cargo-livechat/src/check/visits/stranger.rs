//! A page of a stranger that speaks the protocol around the extension.

use livechat_protocol::{Driver, PlacementKind};
use serde_json::json;

use super::{Tools, Visited, strange};
use crate::check::customer;
use crate::check::extension::Page;
use crate::check::stage::Stage;
use crate::check::table;
use crate::prelude::*;

/// How long the stranger waits for a message, after the page has loaded: as long as the Agent App.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(3);

pub(super) fn visit(tools: Tools<'_>, page: &Page, driver: Driver) -> Result<Visited> {
    let mut stage = Stage::open(tools.chromium, tools.site, strange(page, driver))?;
    stage.within(crate::check::PATIENCE, |stage| Ok(stage.seen.loaded.is_some()))?;
    if driver == Driver::Plain {
        let events = customer::events(PlacementKind::Details).into_iter().chain(customer::events(page.placement));
        for (name, data) in events {
            stage.post(json!({ "event_name": format!("livechat:{name}"), "event_data": data }))?;
        }
    }
    // The trusted driver's handshakes are the host's own, up to six.
    stage.within(PATIENCE, |stage| Ok(!stage.seen.posted.is_empty()))?;
    let mut visited = Visited::default();
    if let Some(message) = stage.seen.posted.first() {
        let shown: String = message.to_string().chars().take(200).collect();
        let place = format!("{}, {driver} driver", page.name());
        visited.findings.add(&table::STRANGER, format!("a page of another origin receives {shown}"), place);
    }
    stage.close()?;
    Ok(visited)
}
