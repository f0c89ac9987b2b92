//! The saved file.

use js_sys::Array;
use livechat_protocol::{
    PlacementKind,
    scenario::{OwnTexts, RollingRecorder, Scenario},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, Window};

/// The options for a file. By default, it contains nothing personal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Choices {
    /// Whether to keep the real values.
    pub(super) real: bool,
    /// Whether to keep the texts that the extension sent.
    pub(super) own_texts: bool,
}

/// Returns the scenario to save at this time, in ISO 8601.
pub(super) fn scenario(recorder: &RollingRecorder, placement: PlacementKind, time: &str, choices: Choices) -> Scenario {
    let recorded = recorder.scenario("");
    let texts = if choices.own_texts { OwnTexts::Kept } else { OwnTexts::Replaced };
    let scenario = if choices.real { recorded } else { recorded.anonymized(texts) };
    let minute = time.get(..16).unwrap_or(time).replace('T', " ");
    Scenario { name: format!("{}, recorded {minute}", placement.as_str()), ..scenario }
}

/// Returns the name of the file: `details-2026-11-28T02-45-00.json`.
pub(super) fn name(placement: PlacementKind, time: &str) -> String {
    format!("{}-{}.json", placement.as_str(), time.get(..19).unwrap_or(time).replace(':', "-"))
}

/// Has the browser save a file.
///
/// # Errors
/// If the browser refuses to create the file.
pub(super) fn save(window: &Window, name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let file = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&file)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The click has started the download.
    Url::revoke_object_url(&address)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use livechat_protocol::{Driver, RawEvent, Theme, scenario::Action};
    use serde_json::json;

    use super::*;

    const TIME: &str = "2026-11-28T02:45:00.123Z";

    #[test]
    fn the_file_is_named_after_placement_and_time() {
        assert_eq!(name(PlacementKind::MessageBox, TIME), "message-box-2026-11-28T02-45-00.json");
    }

    #[test]
    fn real_values_are_saved_only_on_request() {
        let kind = PlacementKind::Details;
        let mut recorder = RollingRecorder::new(Duration::ZERO, kind, Driver::Trusted, Theme::Light);
        let data = json!({ "id": "C1A2", "name": "Mary Brown" });
        recorder.record(Duration::ZERO, Action::Event(RawEvent { name: "customer_profile".into(), data }));
        let file = |choices| scenario(&recorder, kind, TIME, choices).to_json();
        assert!(!file(Choices::default()).contains("Mary"));
        assert!(!file(Choices { own_texts: true, ..Choices::default() }).contains("Mary"));
        let real = file(Choices { real: true, ..Choices::default() });
        assert!(real.contains("Mary Brown") && real.contains(r#""details, recorded 2026-11-28 02:45""#), "{real}");
    }
}
