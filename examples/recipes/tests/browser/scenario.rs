use recipes::canned_replies::CannedReplies;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    prelude::*,
    testing::{Action, Scenario, mount},
};

// ANCHOR: play
#[wasm_bindgen_test]
async fn a_scenario_from_the_simulator_is_replayed() {
    let scenario = Scenario::from_json(include_str!("../scenarios/a-greeting.json")).unwrap();
    let page = mount::<CannedReplies>(Extension::details()).await;
    let mut play = page.host().begin(&scenario);
    while let Some(step) = play.step().await {
        // Repeats the person's clicks at the same point of the scenario.
        if matches!(step.action, Action::Command(command) if command.message == "put_message") {
            page.click("Greeting").await;
        }
    }
    let comparison = play.finish().await;
    assert!(comparison.is_same(), "{comparison}");
}
// ANCHOR_END: play
