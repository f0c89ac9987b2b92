//! Recording and replay.

use livechat_protocol::{
    PlacementKind,
    scenario::{Action, Comparison, HttpAnswer, Step},
};
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_livechat_components::{Button, ButtonKind, InlineMessage, MessageKind, Select, TextField};

use super::{format::seconds, recording::Recording, virtual_list::VirtualList};
use crate::{
    choices::PaceChoice,
    extension::placement_name,
    model::{Msg, ReplayState, ReplayView},
    window::read_file,
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ScenarioPanelProps {
    pub(crate) recording: Recording,
    pub(crate) dispatch: Callback<Msg>,
}

/// The recording, the steps of the current scenario, and the replay.
#[component]
pub(crate) fn ScenarioPanel(props: &ScenarioPanelProps) -> Html {
    let selected = use_state(|| None::<usize>);
    let ScenarioPanelProps { recording, dispatch } = props;
    let steps = recording.scenario.as_ref().map(|scenario| scenario.steps.clone()).unwrap_or_default();
    let len = steps.len();
    let position = recording.replay.as_ref().map(|replay| replay.position);
    let row = move |index: usize| steps.get(index).map(|step| self::row(step, index, position)).unwrap_or_default();
    let onselect = {
        let selected = selected.clone();
        move |index| selected.set(Some(index))
    };
    // During replay, scrolls to the step that was played last.
    let shown = if position.is_some() { position.and_then(|next| next.checked_sub(1)) } else { *selected };
    html! {
        <div class="sim-columns">
            <section class="sim-column" aria-label="Scenario">
                { record(recording, dispatch) }
                if let Some(problem) = &recording.problem {
                    <InlineMessage kind={MessageKind::Error}>{ problem }</InlineMessage>
                }
                if recording.scenario.is_some() {
                    { replay(recording, dispatch) }
                } else {
                    <p class="sim-hint">
                        { "A scenario is a recorded conversation between the host and its extensions. Record one, save it \
                           to a file, and replay it here or in a test with yew_livechat::testing." }
                    </p>
                }
            </section>
            if len > 0 {
                <div class="sim-column sim-steps">
                    <VirtualList id="sim-steps" label="Steps" {len} {row} selected={shown} {onselect} follows=false />
                </div>
            }
        </div>
    }
}

fn record(recording: &Recording, dispatch: &Callback<Msg>) -> Html {
    let onchange = dispatch.clone();
    let onchange = move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let dispatch = onchange.clone();
        spawn_local(async move {
            dispatch.emit(Msg::ScenarioRead { text: read_file(&file).await, play: false });
            // Allows the same file to be chosen again.
            input.set_value("");
        });
    };
    let is_recording = recording.is_recording;
    html! {
        <div class="sim-actions">
            <Button
                kind={if is_recording { ButtonKind::Destructive } else { ButtonKind::Secondary }}
                onclick={dispatch.reform(|_| Msg::RecordingToggled)}
            >
                { if is_recording { "Stop recording" } else { "Record" } }
            </Button>
            if is_recording {
                <span class="sim-hint" role="status">
                    { format!("{} steps", recording.recorded) }
                    if recording.is_full {
                        { ": the recording is full" }
                    }
                </span>
            } else {
                <Button onclick={dispatch.reform(|_| Msg::ScenarioMade)} disabled={recording.recorded == 0}>
                    { "Use the session so far" }
                </Button>
            }
            <label class="lc-button lc-button-secondary sim-file">
                { "Load a file" }
                <input type="file" accept=".json,application/json" aria-label="Load a file" {onchange} />
            </label>
        </div>
    }
}

fn replay(recording: &Recording, dispatch: &Callback<Msg>) -> Html {
    let Some(scenario) = &recording.scenario else { return Html::default() };
    let oninput = dispatch.reform(Msg::ScenarioNamed);
    let pace_chosen = dispatch.reform(|name: String| {
        Msg::PaceChosen(PaceChoice::ALL.into_iter().find(|pace| pace.name() == name).unwrap_or_default())
    });
    let steps = scenario.steps.len();
    html! {
        <>
            <div class="sim-actions">
                <TextField label="Name" value={scenario.name.clone()} {oninput} />
                <Button onclick={dispatch.reform(|_| Msg::ScenarioSaveRequested)}>{ "Save as a file" }</Button>
            </div>
            <div class="sim-actions">
                <Select label="Pace" value={recording.pace.name()} onchange={pace_chosen}>
                    for pace in PaceChoice::ALL {
                        <option key={pace.name()} value={pace.name()}>{ pace.title() }</option>
                    }
                </Select>
                <Button kind={ButtonKind::Primary} disabled={steps == 0} onclick={dispatch.reform(|_| Msg::ReplayRequested)}>
                    { if recording.replay.is_some() { "Play again" } else { "Play" } }
                </Button>
                if let Some(ReplayView { state, .. }) = &recording.replay {
                    if recording.pace == PaceChoice::Stepwise && *state == ReplayState::Playing {
                        <Button onclick={dispatch.reform(|_| Msg::ReplayStepped)}>{ "Next step" }</Button>
                    }
                    <Button onclick={dispatch.reform(|_| Msg::ReplayEnded)}>{ "End replay" }</Button>
                }
            </div>
            if let Some(replay) = &recording.replay {
                <div role="status">{ progress(replay, steps) }</div>
            }
        </>
    }
}

fn progress(ReplayView { state, position }: &ReplayView, steps: usize) -> Html {
    match state {
        ReplayState::Playing => html! { <p class="sim-hint">{ format!("Step {position} of {steps}") }</p> },
        ReplayState::WaitingFor(placement) => html! {
            <p class="sim-hint">
                { format!("Step {position} of {steps}: waiting for the {} extension to render", placement_name(*placement)) }
            </p>
        },
        ReplayState::Settling => html! {
            <p class="sim-hint">{ "All steps played. Waiting for the extensions' commands…" }</p>
        },
        ReplayState::Ended(verdict) if verdict.iter().all(|(_, comparison)| comparison.is_same()) => html! {
            <InlineMessage kind={MessageKind::Success}>
                { "The extensions sent the same commands as in the recording." }
            </InlineMessage>
        },
        ReplayState::Ended(verdict) => html! {
            <InlineMessage kind={MessageKind::Warning}>
                { "The extensions did not send the same commands as in the recording. Clicks inside extensions are not \
                   replayed: repeat them yourself." }
                <ul class="sim-differences">
                    for (placement, comparison) in verdict.iter() {
                        { differences(*placement, comparison) }
                    }
                </ul>
            </InlineMessage>
        },
    }
}

fn differences(placement: PlacementKind, comparison: &Comparison) -> Html {
    let whose = placement_name(placement);
    let line = |what: &str, (command, data): &(String, Value)| {
        html! { <li>{ format!("{whose}: {what} {}", call(command, data)) }</li> }
    };
    html! {
        <>
            { for comparison.missing.iter().map(|command| line("missing", command)) }
            { for comparison.unexpected.iter().map(|command| line("not in the recording", command)) }
            if comparison.reordered {
                <li>{ format!("{whose}: the same commands, in another order") }</li>
            }
        </>
    }
}

fn row(step: &Step, index: usize, position: Option<usize>) -> Html {
    let (arrow, class) = if step.action.is_of_extension() { ("←", "sim-from") } else { ("→", "sim-to") };
    let is_played = position.is_some_and(|position| index < position);
    html! {
        <div class={classes!("sim-line", is_played.then_some("sim-played"))}>
            <span class="sim-time">{ seconds(step.at) }</span>
            <span class={classes!("sim-direction", class)}>{ arrow }{ " " }{ placement_name(step.placement) }</span>
            <span class="sim-name">{ what(&step.action) }</span>
        </div>
    }
}

fn what(action: &Action) -> String {
    match action {
        Action::Load { driver, theme } => {
            format!("the host loads the iframe ({}, {})", driver.as_str(), theme.as_str())
        }
        Action::Reconnect => "the host begins a new connection".to_owned(),
        Action::Event(event) => call(&event.name, &event.data),
        Action::Command(command) => call(&command.message, &command.data),
        Action::Frame(value) => format!("bare message {value}"),
        Action::Faults(faults) => {
            format!("faults {}", serde_json::to_string(faults).unwrap_or_default())
        }
        Action::Http(HttpAnswer { request, status: 0, .. }) => format!("in a test, the network fails for {request}"),
        Action::Http(HttpAnswer { request, status, .. }) => {
            format!("in a test, the server answers {request}: {status}")
        }
    }
}

fn call(name: &str, data: &Value) -> String {
    if data.is_null() { name.to_owned() } else { format!("{name} {data}") }
}
