//! The records of all placements, and the client id, in this browser.

use std::collections::BTreeMap;

use serde_json::Value;
use yew::prelude::*;
use yew_livechat::{prelude::*, protocol::PlacementKind};

use crate::record::Record;

/// The key of the client id.
const CLIENT_ID: &str = "field-check-client-id";

fn key(placement: PlacementKind) -> String {
    format!("field-check-{}", placement.as_str())
}

/// The record of a placement.
#[hook]
pub(crate) fn use_stored_record(placement: PlacementKind) -> UseStoredHandle<Record> {
    use_stored(&key(placement), Record::default)
}

/// The recording of a placement, as the text of a scenario.
#[hook]
pub(crate) fn use_stored_recording(placement: PlacementKind) -> UseStoredHandle<String> {
    use_stored(&format!("{}-recording", key(placement)), String::new)
}

/// The client id of the tester's app.
#[hook]
pub(crate) fn use_client_id() -> UseStoredHandle<String> {
    use_stored(CLIENT_ID, String::new)
}

/// Returns the stored client id, before anything is rendered. `None` in native tests.
#[must_use]
pub fn client_id() -> Option<String> {
    if !cfg!(target_family = "wasm") {
        return None;
    }
    let text = web_sys::window()?.local_storage().ok()??.get_item(CLIENT_ID).ok()??;
    serde_json::from_str::<String>(&text).ok().filter(|id| !id.is_empty())
}

/// The records of all placements, and their recordings.
#[derive(Clone, PartialEq)]
pub(crate) struct Everything {
    records: [UseStoredHandle<Record>; 4],
    recordings: [UseStoredHandle<String>; 4],
}

impl Everything {
    /// The records, by placement.
    pub(crate) fn records(&self) -> Vec<(PlacementKind, Record)> {
        PlacementKind::ALL.into_iter().zip(self.records.iter().map(|record| (**record).clone())).collect()
    }

    /// The recordings, by placement.
    pub(crate) fn recordings(&self) -> BTreeMap<&'static str, Value> {
        let texts = PlacementKind::ALL.into_iter().zip(&self.recordings);
        texts.filter_map(|(kind, text)| Some((kind.as_str(), serde_json::from_str(text).ok()?))).collect()
    }

    /// Whether all of it survives the end of the page.
    pub(crate) fn is_persistent(&self) -> bool {
        self.records.iter().all(UseStoredHandle::is_persistent)
    }

    /// Forgets everything, so that the check begins again.
    pub(crate) fn clear(&self) {
        self.records.iter().for_each(UseStoredHandle::clear);
        self.recordings.iter().for_each(UseStoredHandle::clear);
    }
}

/// The records of all placements, and their recordings.
#[hook]
pub(crate) fn use_everything() -> Everything {
    let [a, b, c, d] = PlacementKind::ALL;
    Everything {
        records: [use_stored_record(a), use_stored_record(b), use_stored_record(c), use_stored_record(d)],
        recordings: [
            use_stored_recording(a),
            use_stored_recording(b),
            use_stored_recording(c),
            use_stored_recording(d),
        ],
    }
}
