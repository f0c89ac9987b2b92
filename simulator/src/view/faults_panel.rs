//! The controls for the host's faults.

use std::time::Duration;

use livechat_protocol::Faults;
use yew::prelude::*;
use yew_livechat_components::{Button, Checkbox, Select};

use crate::model::{Msg, OtherName};

/// The offered latencies, in milliseconds.
const LATENCIES: [u64; 5] = [0, 100, 300, 1_000, 3_000];
/// The offered delays of WebAssembly.
const STARTS: [u64; 4] = [0, 1_000, 4_000, 10_000];

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FaultsPanelProps {
    pub(crate) faults: Faults,
    /// Whether the user wants the extensions at the simulator's own origin.
    pub(crate) same_origin: bool,
    pub(crate) other_name: OtherName,
    /// Whether a scenario is playing, which sets its own faults.
    pub(crate) replaying: bool,
    pub(crate) dispatch: Callback<Msg>,
}

/// A form for all faults.
#[component]
pub(crate) fn FaultsPanel(props: &FaultsPanelProps) -> Html {
    let faults = props.faults;
    let dispatch = &props.dispatch;
    let disabled = props.replaying;
    let checkbox = |label: &'static str, hint: &'static str, checked: bool, set: fn(&mut Faults, bool)| {
        let onchange = dispatch.reform(move |checked: bool| Msg::FaultsChanged(with(faults, |it| set(it, checked))));
        html! { <Checkbox {label} {hint} {checked} {onchange} {disabled} /> }
    };
    let time =
        |label: &'static str, hint: &'static str, choices: &[u64], value: Duration, set: fn(&mut Faults, Duration)| {
            let onchange = dispatch.reform(move |millis: String| {
                let time = Duration::from_millis(millis.parse().unwrap_or_default());
                Msg::FaultsChanged(with(faults, |it| set(it, time)))
            });
            let value = u64::try_from(value.as_millis()).unwrap_or_default();
            // The address may contain a value that is not offered.
            let other = (!choices.contains(&value)).then_some(value);
            html! {
                <Select {label} {hint} value={value.to_string()} {onchange} {disabled}>
                    for millis in choices.iter().copied().chain(other) {
                        <option key={millis} value={millis.to_string()}>{ delay(millis) }</option>
                    }
                </Select>
            }
        };
    html! {
        <section class="sim-column" aria-label="Faults">
            <div class="sim-column-head">
                <h2>{ "Faults" }</h2>
                <Button
                    onclick={dispatch.reform(|_| Msg::FaultsChanged(Faults::default()))}
                    disabled={disabled || faults.count() == 0}
                >
                    { "Reset" }
                </Button>
                <Button onclick={dispatch.reform(|_| Msg::ReconnectRequested)} {disabled}>{ "Reload host" }</Button>
            </div>
            if disabled {
                <p class="sim-hint">{ "The scenario in replay sets its own faults." }</p>
            }
            <div class="sim-faults">
                { time("Latency", "Each way.", &LATENCIES, faults.latency, |it, time| it.latency = time) }
                { time("Slow WebAssembly", "Reloads the iframes.", &STARTS, faults.slow_start, |it, time| it.slow_start = time) }
                { checkbox("Silent host", "No message from the host arrives.", faults.silent, |it, on| it.silent = on) }
                { checkbox("Doubled messages", "Each message from the host arrives twice.", faults.doubled, |it, on| it.doubled = on) }
                { checkbox("Reordered messages", "Messages from the host swap places in pairs; a single one waits 1 s.", faults.reordered, |it, on| it.reordered = on) }
                { checkbox("Refused commands", "Answered with an error, not carried out.", faults.refusing, |it, on| it.refusing = on) }
                { checkbox("Wrong origin", "A host that is not the Agent App. Reloads the iframes.", faults.wrong_origin, |it, on| it.wrong_origin = on) }
                { same_origin(props) }
            </div>
            <p class="sim-hint">{ "To refuse authorization, use the list at the top of the page." }</p>
        </section>
    }
}

/// The opposite of a fault: it hides what fails in the Agent App.
fn same_origin(FaultsPanelProps { same_origin, other_name, replaying, dispatch, .. }: &FaultsPanelProps) -> Html {
    let (hint, is_forced) = match other_name {
        OtherName::Pending | OtherName::Answers(_) => (
            "Permits what the Agent App's iframe forbids, such as the clipboard and shared storage. Reloads the iframes."
                .into(),
            false,
        ),
        OtherName::Silent(origin) => {
            (format!("Always on, since {origin} doesn't load. Open it in a tab to see why, then reload this page."), true)
        }
        OtherName::Missing => (
            "Always on at this address. Open the simulator at localhost to see what the Agent App's iframe forbids."
                .into(),
            true,
        ),
    };
    html! {
        <Checkbox
            label="Same origin"
            {hint}
            checked={*same_origin || is_forced}
            onchange={dispatch.reform(Msg::SameOriginChosen)}
            disabled={is_forced || *replaying}
        />
    }
}

fn with(mut faults: Faults, change: impl FnOnce(&mut Faults)) -> Faults {
    change(&mut faults);
    faults
}

fn delay(millis: u64) -> String {
    match millis {
        0 => "None".to_owned(),
        millis if millis % 1_000 == 0 => format!("{} s", millis / 1_000),
        millis => format!("{millis} ms"),
    }
}
